package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether a keyword has a value that it can have. */
final class KeywordValues {
    /** As drafts 2019-09 and 2020-12 have it, either of which allows what the other does not. */
    private static final Pattern ANCHOR = Pattern.compile("[A-Za-z_][-A-Za-z0-9._:]*");

    private KeywordValues() {}

    static boolean fits(JsonNode value, Keywords.Value wanted, Dialect dialect) {
        return switch (wanted) {
            case ANYTHING -> true;
            case TEXT -> value.isTextual();
            case URI -> value.isTextual() && SchemaUris.isUri(value.textValue());
            case ANCHOR -> value.isTextual() && ANCHOR.matcher(value.textValue()).matches();
            case FLAG -> value.isBoolean();
            case COUNT -> isCount(value);
            case NUMBER -> value.isNumber();
            case NUMBER_OR_FLAG -> isExclusive(value, dialect);
            case FACTOR -> value.isNumber() && value.decimalValue().signum() > 0;
            case LIST -> value.isArray();
            case SOME -> value.isArray() && !value.isEmpty();
            case NAMES -> areNames(value);
            case TYPES -> areTypes(value);
            // What stands in it is looked at when the walk comes there.
            case OBJECT -> value.isObject();
            case NAME_LISTS -> value.isObject() && allLists(value, false);
            case DEPENDENCIES -> value.isObject() && allLists(value, true);
            case SCHEMA -> isSchema(value);
            case SCHEMA_OR_LIST -> isSchema(value) || isOldList(value, dialect);
        };
    }

    private static boolean isSchema(JsonNode value) {
        return value.isObject() || value.isBoolean();
    }

    private static boolean isOldList(JsonNode value, Dialect dialect) {
        boolean old = !dialect.declared() || dialect.draft() != Draft.DRAFT_2020_12;
        return value.isArray() && old;
    }

    private static boolean isExclusive(JsonNode value, Dialect dialect) {
        boolean flag = !dialect.declared() || dialect.draft() == Draft.DRAFT_04;
        boolean number = !dialect.declared() || dialect.draft() != Draft.DRAFT_04;
        return value.isNumber() && number || value.isBoolean() && flag;
    }

    private static boolean isCount(JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        BigDecimal number = value.decimalValue();
        return number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                && number.remainder(BigDecimal.ONE).signum() == 0;
    }

    private static boolean allLists(JsonNode value, boolean orSchemas) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            boolean good = areNames(member.getValue()) || orSchemas && isSchema(member.getValue());
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static boolean areNames(JsonNode value) {
        Set<String> names = new HashSet<>();
        for (JsonNode name : value) {
            if (!name.isTextual() || !names.add(name.textValue())) {
                return false;
            }
        }
        return value.isArray();
    }

    private static boolean areTypes(JsonNode value) {
        if (value.isTextual()) {
            return Keywords.typeNames().contains(value.textValue());
        }
        if (!areNames(value) || value.isEmpty()) {
            return false;
        }
        for (JsonNode name : value) {
            if (!Keywords.typeNames().contains(name.textValue())) {
                return false;
            }
        }
        return true;
    }
}
