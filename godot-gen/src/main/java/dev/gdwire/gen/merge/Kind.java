package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.ir.Literal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The kinds of JSON values. A number may be an integer. */
enum Kind {
    NULL,
    BOOLEAN,
    OBJECT,
    ARRAY,
    STRING,
    INTEGER,
    NUMBER;

    /** Every value. */
    static Set<Kind> all() {
        return EnumSet.complementOf(EnumSet.of(INTEGER));
    }

    /** The kinds that a {@code type} names; all when there is none. */
    static Set<Kind> of(JsonNode type) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (type.isTextual()) {
            kinds.add(named(type.textValue()));
        } else if (type.isArray()) {
            type.forEach(name -> kinds.add(named(name.textValue())));
        } else {
            return all();
        }
        return widest(kinds);
    }

    /** The kind of a value. */
    static Kind of(Literal value) {
        if (value instanceof Literal.NumberLiteral number) {
            return isWhole(number) ? INTEGER : NUMBER;
        }
        if (value instanceof Literal.StringLiteral) {
            return STRING;
        }
        if (value instanceof Literal.BooleanLiteral) {
            return BOOLEAN;
        }
        if (value instanceof Literal.ListLiteral) {
            return ARRAY;
        }
        return value instanceof Literal.ObjectLiteral ? OBJECT : NULL;
    }

    static boolean isWhole(Literal.NumberLiteral number) {
        return number.value().stripTrailingZeros().scale() <= 0;
    }

    /** The kinds of values that both allow. */
    static Set<Kind> meet(Set<Kind> left, Set<Kind> right) {
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        for (Kind kind : values()) {
            boolean whole = kind == INTEGER && (left.contains(NUMBER) || right.contains(NUMBER));
            boolean inLeft = left.contains(kind) || whole && left.contains(NUMBER);
            boolean inRight = right.contains(kind) || whole && right.contains(NUMBER);
            if (inLeft && inRight) {
                both.add(kind);
            }
        }
        return widest(both);
    }

    /** The kinds of values that one of them allows. */
    static Set<Kind> join(Collection<Set<Kind>> all) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        all.forEach(kinds::addAll);
        return widest(kinds);
    }

    private static Set<Kind> widest(Set<Kind> kinds) {
        if (kinds.contains(NUMBER)) {
            kinds.remove(INTEGER);
        }
        return kinds;
    }

    private static Kind named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
