package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Literals of GDScript and of JSON. */
final class GdText {
    private static final int MOST_DIGITS = 17;

    /** Behind the decimal point, with the exponent: the engine reads numbers of more as 0. */
    private static final int MOST_PLACES = 308;

    private static final int MANTISSA_BITS = 52;

    private GdText() {}

    /** A string literal. */
    static String quoted(String text) {
        return '"' + escaped(text, '"') + '"';
    }

    /** A string literal of JSON text, which has many double quotes. */
    static String singleQuoted(String text) {
        return '\'' + escaped(text, '\'') + '\'';
    }

    private static String escaped(String text, char quote) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(point -> append(result, point, quote));
        return result.toString();
    }

    private static void append(StringBuilder result, int point, char quote) {
        switch (point) {
            case '\\' -> result.append("\\\\");
            case '\n' -> result.append("\\n");
            case '\r' -> result.append("\\r");
            case '\t' -> result.append("\\t");
            default -> {
                if (point == quote) {
                    result.append('\\').append(quote);
                } else if (point < 0x20 || isInvisible(point)) {
                    result.append(String.format("\\U%06x", point));
                } else {
                    result.appendCodePoint(point);
                }
            }
        }
    }

    /** Signs that would change how the text around them is shown. */
    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Text that stands in a comment of one line. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }

    /** A number as an integer literal. */
    static String integer(BigDecimal value) {
        return value.toBigIntegerExact().toString();
    }

    /** A number as a float literal. */
    static String decimal(BigDecimal value) {
        double number = value.doubleValue();
        if (Double.isInfinite(number)) {
            return number > 0 ? "INF" : "-INF";
        }
        String text = Double.toString(number);
        return new BigDecimal(text).scale() <= MOST_PLACES
                ? text.replace("E", "e")
                : product(number);
    }

    private static String product(double number) {
        int exponent = Math.max(Math.getExponent(number), Double.MIN_EXPONENT) - MANTISSA_BITS;
        return (long) Math.scalb(number, -exponent) + " * 2.0 ** " + exponent;
    }

    /** A JSON value as JSON text. */
    static String json(Literal literal) {
        if (literal instanceof Literal.NullLiteral) {
            return "null";
        } else if (literal instanceof Literal.BooleanLiteral flag) {
            return Boolean.toString(flag.value());
        } else if (literal instanceof Literal.NumberLiteral number) {
            return json(number.value());
        } else if (literal instanceof Literal.StringLiteral string) {
            return jsonString(string.value());
        } else if (literal instanceof Literal.ListLiteral list) {
            return list.items().stream()
                    .map(GdText::json)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return ((Literal.ObjectLiteral) literal)
                .members().entrySet().stream()
                        .map(member -> jsonString(member.getKey()) + ":" + json(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    /** Short, or the engine reads another number: it counts on in floats, digit by digit. */
    private static String json(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        boolean plain = Math.abs(stripped.precision() - stripped.scale()) <= MOST_DIGITS;
        return plain ? stripped.toPlainString() : stripped.toString().replace("E+", "E");
    }

    /** A JSON value as an expression: what parsed JSON would be. */
    static String expression(Literal literal) {
        if (literal instanceof Literal.StringLiteral string) {
            return quoted(string.value());
        } else if (literal instanceof Literal.NumberLiteral number) {
            return isWhole(number.value()) ? integer(number.value()) : decimal(number.value());
        } else if (literal instanceof Literal.ListLiteral list) {
            return list.items().stream()
                    .map(GdText::expression)
                    .collect(Collectors.joining(", ", "[", "]"));
        } else if (literal instanceof Literal.ObjectLiteral object) {
            return object.members().entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ": " + expression(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return json(literal);
    }

    static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                && value.abs().compareTo(BigDecimal.TEN.pow(18)) < 0;
    }

    /** Text as a JSON string. */
    static String jsonString(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\b' -> result.append("\\b");
                case '\f' -> result.append("\\f");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> result.append(c < 0x20 ? String.format("\\u%04x", (int) c) : "" + c);
            }
        }
        return result.append('"').toString();
    }
}
