package dev.gdwire.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Random objects as JSON in all of its spellings. */
final class RandomJson {
    private static final List<String> NAMES =
            List.of("a", "b", "kind", "position", "a long name of a member", "Ünï", "");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "1",
                    "-1",
                    "10",
                    "123456789012345",
                    "9007199254740991",
                    "1.0",
                    "0.1",
                    "-2.5e3",
                    "1E5",
                    "1e-7",
                    "123.456",
                    "0.30000000000000004",
                    "1.7976931348623157E308",
                    "5e-324",
                    "2.2250738585072011e-308",
                    "123456789012345678901234567890",
                    "1e22",
                    "1e23",
                    "0e9",
                    "0.00000000000000000000000000000123");
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "x",
                    "plain text of some length",
                    "é",
                    "日本",
                    "😀",
                    "a\\n\\t\\\"\\\\\\/b",
                    "\\u0041",
                    "\\ud83d\\ude00",
                    "\\u00e9é",
                    "0123456\\u0007",
                    "01234567");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    RandomJson(Random random) {
        this.random = random;
    }

    byte[] object() {
        members(4);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void members(int depth) {
        out.append('{');
        boolean first = true;
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            space();
            out.append(first ? "" : ",");
            space();
            out.append('"').append(name).append('"');
            space();
            out.append(':');
            space();
            value(depth - 1);
            first = false;
        }
        space();
        out.append('}');
    }

    private void items(int depth) {
        out.append('[');
        for (int i = random.nextInt(4); i > 0; i--) {
            space();
            value(depth - 1);
            space();
            out.append(i > 1 ? "," : "");
        }
        out.append(']');
    }

    private void value(int depth) {
        switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> out.append("null");
            case 1 -> out.append(random.nextBoolean());
            case 2 -> out.append(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
            case 3 -> out.append(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 4, 5 ->
                    out.append('"').append(TEXTS.get(random.nextInt(TEXTS.size()))).append('"');
            case 6 -> members(depth);
            default -> items(depth);
        }
    }

    private void space() {
        if (random.nextInt(6) == 0) {
            out.append(" \t\r\n".charAt(random.nextInt(4)));
        }
    }
}
