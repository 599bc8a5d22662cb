package dev.gdwire.gen.ir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Says the limits of a type for people, in Markdown: {@code From 1 to 5.} */
final class LimitWords {
    private static final int MOST_PLAIN_DIGITS = 15;

    private LimitWords() {}

    /** A sentence or two; empty for a type without limits. */
    static Optional<String> of(TypeRef type) {
        List<String> parts = parts(plain(type));
        List<String> inside = inside(plain(type)).map(LimitWords::parts).orElse(List.of());
        List<String> sentences = new ArrayList<>();
        if (!parts.isEmpty()) {
            sentences.add(sentence(String.join(", ", parts)));
        }
        if (!inside.isEmpty()) {
            sentences.add(sentence("each " + String.join(", ", inside)));
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** A type without null and rules around it. */
    private static TypeRef plain(TypeRef type) {
        if (type instanceof TypeRef.NullableRef nullable) {
            return plain(nullable.type());
        }
        return type instanceof TypeRef.CheckedRef checked ? checked.type() : type;
    }

    private static Optional<TypeRef> inside(TypeRef type) {
        if (type instanceof TypeRef.ListRef list) {
            return Optional.of(plain(list.items()));
        }
        return type instanceof TypeRef.MapRef map
                ? Optional.of(plain(map.values()))
                : Optional.empty();
    }

    private static List<String> parts(TypeRef type) {
        List<String> parts = new ArrayList<>();
        if (type instanceof TypeRef.IntegerRef integer) {
            addNumber(parts, integer.limits());
        } else if (type instanceof TypeRef.NumberRef number) {
            addNumber(parts, number.limits());
        } else if (type instanceof TypeRef.StringRef text) {
            addCount(parts, text.minLength(), text.maxLength(), "character", "characters");
            text.format().ifPresent(format -> parts.add("of the format " + format.word()));
            text.pattern().ifPresent(pattern -> parts.add("matching " + code(pattern)));
        } else if (type instanceof TypeRef.ListRef list) {
            addCount(parts, list.minItems(), list.maxItems(), "item", "items");
            if (list.unique()) {
                parts.add("all different");
            }
        } else if (type instanceof TypeRef.MapRef map) {
            addCount(parts, map.minProperties(), map.maxProperties(), "member", "members");
        }
        return parts;
    }

    private static void addNumber(List<String> parts, TypeRef.NumberLimits limits) {
        boolean both = limits.minimum().isPresent() && limits.maximum().isPresent();
        if (both) {
            String from = text(limits.minimum().get());
            parts.add("from " + from + " to " + text(limits.maximum().get()));
        } else {
            limits.minimum().ifPresent(limit -> parts.add("at least " + text(limit)));
            limits.maximum().ifPresent(limit -> parts.add("at most " + text(limit)));
        }
        limits.exclusiveMinimum().ifPresent(limit -> parts.add("more than " + text(limit)));
        limits.exclusiveMaximum().ifPresent(limit -> parts.add("less than " + text(limit)));
        limits.multipleOf().ifPresent(factor -> parts.add("a multiple of " + text(factor)));
    }

    private static void addCount(
            List<String> parts, OptionalInt least, OptionalInt most, String one, String many) {
        if (least.orElse(0) == 0) {
            most.ifPresent(limit -> parts.add("at most " + count(limit, one, many)));
        } else if (most.isEmpty()) {
            parts.add("at least " + count(least.getAsInt(), one, many));
        } else if (most.equals(least)) {
            parts.add("exactly " + count(most.getAsInt(), one, many));
        } else {
            parts.add(least.getAsInt() + " to " + count(most.getAsInt(), one, many));
        }
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String text(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        int size = plain.precision() - plain.scale();
        return Math.abs(size) <= MOST_PLAIN_DIGITS ? plain.toPlainString() : plain.toString();
    }

    /** Markdown's code, whatever the text holds. */
    private static String code(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + pad + text + pad + fence;
    }
}
