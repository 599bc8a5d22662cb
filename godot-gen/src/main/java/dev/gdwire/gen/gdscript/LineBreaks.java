package dev.gdwire.gen.gdscript;

/** Where a statement that is too long for one line can go on in the next. */
final class LineBreaks {
    private LineBreaks() {}

    /**
     * The place after the first bracket from which the rest is short enough; -1 when there is none.
     *
     * @param width how long the rest may be
     */
    static int find(String line, int width) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (opens(line, i) && line.length() - i - 1 <= width) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean opens(String line, int index) {
        boolean call = line.charAt(index) == '(' && !line.startsWith("()", index);
        return call || line.startsWith(" % [", index - 3);
    }
}
