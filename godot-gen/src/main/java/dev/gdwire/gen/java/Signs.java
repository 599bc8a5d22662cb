package dev.gdwire.gen.java;

import java.util.Set;

/** Signs that do not belong in a source as they are. */
final class Signs {
    /** Kinds of signs that are no part of the text that people see. */
    private static final Set<Byte> UNSHOWN =
            Set.of(
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED);

    private Signs() {}

    /** A text in quotes, as both Java and JSON read it. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(point -> appendQuoted(out, point));
        return out.append('"').toString();
    }

    private static void appendQuoted(StringBuilder out, int point) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> append(out, point);
        }
    }

    /**
     * Appends a sign, by its number if it is not shown: JavaPoet takes U+2028 and U+2029 for ends
     * of lines, and others change how the text around them is shown.
     */
    static void append(StringBuilder out, int point) {
        if (UNSHOWN.contains((byte) Character.getType(point))) {
            for (char c : Character.toChars(point)) {
                out.append(String.format("\\u%04x", (int) c));
            }
        } else {
            out.appendCodePoint(point);
        }
    }
}
