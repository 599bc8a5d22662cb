package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.problem.Severity;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the words of one schema: that they are known, supported, and have a fitting value. */
final class KeywordChecker {
    private static final Set<String> DRAFTS =
            Set.of(
                    "https://json-schema.org/draft/2020-12/schema",
                    "http://json-schema.org/draft-07/schema",
                    "https://json-schema.org/draft-07/schema");

    private final Strictness strictness;
    private final Problems problems;

    KeywordChecker(Strictness strictness, Problems problems) {
        this.strictness = strictness;
        this.problems = problems;
    }

    /** Whether all supported words have a fitting value, so that the schema can be looked into. */
    boolean check(Location location) {
        boolean good = true;
        for (Map.Entry<String, JsonNode> member : location.node().properties()) {
            good &= check(location, member.getKey(), member.getValue());
        }
        return good;
    }

    private boolean check(Location location, String keyword, JsonNode value) {
        Keywords.Value wanted = Keywords.value(keyword);
        if (wanted == null) {
            unknown(location, keyword);
            return true;
        }
        if (keyword.equals("items") && value.isArray()) {
            problems.error(
                    ProblemId.UNSUPPORTED_TYPE,
                    location.value(keyword),
                    "an array with a schema for each item is not supported yet",
                    Keywords.UNSUPPORTED.get("prefixItems"));
            return false;
        }
        if (!fits(value, wanted)) {
            problems.error(
                    ProblemId.BAD_KEYWORD_VALUE,
                    location.value(keyword),
                    "the value of \"" + keyword + "\" must be " + wanted.words(),
                    keyword.equals("type")
                            ? "types are object, array, string, integer, number, boolean, null"
                            : "change it to " + wanted.words());
            return false;
        }
        if (keyword.equals("$schema")) {
            draft(location, value.textValue());
        }
        return true;
    }

    private void unknown(Location location, String keyword) {
        if (Keywords.isExtension(keyword)) {
            misspelt(location, keyword);
            return;
        }
        String instead = Keywords.UNSUPPORTED.get(keyword);
        if (instead != null) {
            unsupported(location, keyword, instead);
            return;
        }
        problems.warning(
                ProblemId.UNKNOWN_KEYWORD,
                location.key(keyword),
                "JSON Schema has no keyword \"" + keyword + "\": it has no effect",
                Suggestion.of(keyword, Keywords.all())
                        .orElse("name it x-" + keyword + " if it is a remark of your own"));
    }

    private void misspelt(Location location, String keyword) {
        if (keyword.equals(Keywords.GDWIRE)) {
            return;
        }
        Suggestion.of(keyword, List.of(Keywords.GDWIRE))
                .ifPresent(
                        hint ->
                                problems.warning(
                                        ProblemId.UNKNOWN_KEYWORD,
                                        location.key(keyword),
                                        "\"" + keyword + "\" has no effect",
                                        hint));
    }

    private void unsupported(Location location, String keyword, String instead) {
        String how = strictness == Strictness.LENIENT ? ", and has no effect" : "";
        problems.add(
                new Problem(
                        strictness == Strictness.LENIENT ? Severity.WARNING : Severity.ERROR,
                        ProblemId.UNSUPPORTED_KEYWORD,
                        location.key(keyword),
                        "\"" + keyword + "\" is not supported yet" + how,
                        Optional.of(instead)));
    }

    private void draft(Location location, String draft) {
        String plain = draft.endsWith("#") ? draft.substring(0, draft.length() - 1) : draft;
        if (DRAFTS.contains(plain)) {
            return;
        }
        problems.add(
                new Problem(
                        strictness == Strictness.LENIENT ? Severity.WARNING : Severity.ERROR,
                        ProblemId.UNSUPPORTED_DRAFT,
                        location.value("$schema"),
                        "the draft \"" + draft + "\" is not supported",
                        Optional.of(
                                "supported are https://json-schema.org/draft/2020-12/schema and"
                                        + " http://json-schema.org/draft-07/schema#")));
    }

    private static boolean fits(JsonNode value, Keywords.Value wanted) {
        return switch (wanted) {
            case ANYTHING -> true;
            case TEXT -> value.isTextual();
            case FLAG -> value.isBoolean();
            case COUNT -> isCount(value);
            case NUMBER -> value.isNumber();
            case FACTOR -> value.isNumber() && value.decimalValue().signum() > 0;
            case LIST -> value.isArray();
            case SOME -> value.isArray() && !value.isEmpty();
            case NAMES -> areNames(value);
            case TYPES -> areTypes(value);
            // What stands in it is looked at when the walk comes there.
            case OBJECT -> value.isObject();
            case SCHEMA -> value.isObject() || value.isBoolean();
            case SCHEMA_OR_FLAG -> value.isObject() || value.isBoolean();
        };
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
