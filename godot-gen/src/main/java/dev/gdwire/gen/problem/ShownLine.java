package dev.gdwire.gen.problem;

import java.util.regex.Pattern;

/**
 * A line of a source as a terminal shows it, with a mark under one place: no longer than fits, and
 * without characters that would move the cursor.
 */
final class ShownLine {
    private static final int LONGEST = 120;
    private static final String CUT = "...";

    /** Controls, what turns the direction of writing around, and separators of lines. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private final String before;
    private final String after;

    private ShownLine(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The part of a line around a column.
     *
     * @param column from 1, in UTF-16 units; one behind the end is at the end
     */
    static ShownLine of(String line, int column) {
        int mark = boundary(line, Math.min(column - 1, line.length()));
        int first = mark - line.substring(0, mark).stripLeading().length();
        int last = Math.max(first, line.length() - LONGEST);
        int start = boundary(line, Math.min(Math.max(first, mark - LONGEST / 2), last));
        int end = boundary(line, Math.min(line.length(), start + LONGEST));
        String before = UNSEEN.matcher(line.substring(start, mark)).replaceAll(" ");
        String after = UNSEEN.matcher(line.substring(mark, end)).replaceAll(" ");
        return new ShownLine(
                start > first ? CUT + before : before, end < line.length() ? after + CUT : after);
    }

    /** Text without characters that would move the cursor: they are written as JSON does. */
    static String escaped(String text) {
        return UNSEEN.matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
    }

    void print(StringBuilder out) {
        String indent = (before + after).isBlank() ? "" : " ".repeat(4);
        out.append(indent).append(before).append(after).append('\n');
        out.append(indent).append(" ".repeat(TerminalWidth.of(before))).append("^\n");
    }

    /** An index, or the one before it where that is between the two halves of a character. */
    private static int boundary(String line, int index) {
        boolean inside =
                index > 0
                        && index < line.length()
                        && Character.isLowSurrogate(line.charAt(index))
                        && Character.isHighSurrogate(line.charAt(index - 1));
        return inside ? index - 1 : index;
    }
}
