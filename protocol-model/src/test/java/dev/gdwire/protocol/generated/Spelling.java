package dev.gdwire.protocol.generated;

import java.math.BigDecimal;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** JSON's texts and numbers in all the ways in which they can be written. */
final class Spelling {
    private static final String SHORT = "\"\\/\b\f\n\r\t";
    private static final String SHORT_LETTERS = "\"\\/bfnrt";
    private static final int MOST_ZEROS = 4;

    private Spelling() {}

    /** A value that is no object and no array. */
    static String scalar(JsonNode node, Random random) {
        if (node.isString()) {
            return text(node.stringValue(), random);
        }
        return node.isNumber() ? number(node.decimalValue(), random) : node.toString();
    }

    /** A text of random characters, each that Unicode has but one. */
    static String randomText(Random random, char without) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int most = random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1;
            int c = random.nextInt(most);
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            text.appendCodePoint(half || c == without ? ' ' : c);
        }
        return text.toString();
    }

    /** A text in quotes. */
    static String text(String text, Random random) {
        StringBuilder out = new StringBuilder("\"");
        for (int c : text.codePoints().toArray()) {
            boolean must = c < ' ' || c == '"' || c == '\\';
            if (must || random.nextInt(5) == 0) {
                escape(c, random, out);
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.append('"').toString();
    }

    private static void escape(int c, Random random, StringBuilder out) {
        int index = SHORT.indexOf(c);
        if (index >= 0 && random.nextBoolean()) {
            out.append('\\').append(SHORT_LETTERS.charAt(index));
            return;
        }
        for (char unit : Character.toChars(c)) {
            out.append((random.nextBoolean() ? "\\u%04x" : "\\u%04X").formatted((int) unit));
        }
    }

    /** Exactly the same number. */
    private static String number(BigDecimal number, Random random) {
        boolean minus = number.signum() < 0 || number.signum() == 0 && random.nextInt(4) == 0;
        BigDecimal size = number.abs();
        return (minus ? "-" : "")
                + (random.nextBoolean() ? plain(size, random) : scientific(size, random));
    }

    private static String plain(BigDecimal size, Random random) {
        String digits = size.toPlainString();
        boolean hasPoint = digits.indexOf('.') >= 0;
        return hasPoint || random.nextBoolean()
                ? digits + (hasPoint ? "" : ".0") + zeros(random)
                : digits;
    }

    /** With the point somewhere in its digits. */
    private static String scientific(BigDecimal size, Random random) {
        String digits = size.unscaledValue().toString();
        int point = 1 + random.nextInt(digits.length());
        long exponent = (long) digits.length() - point - size.scale();
        String fraction = digits.substring(point) + zeros(random);
        return digits.substring(0, point)
                + (fraction.isEmpty() ? "" : "." + fraction)
                + (random.nextBoolean() ? "e" : "E")
                + (exponent < 0 ? "-" : random.nextBoolean() ? "+" : "")
                + zeros(random)
                + Math.abs(exponent);
    }

    private static String zeros(Random random) {
        return "0".repeat(random.nextInt(MOST_ZEROS));
    }
}
