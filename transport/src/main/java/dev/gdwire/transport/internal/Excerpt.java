package dev.gdwire.transport.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Short, printable forms of what came from outside. */
public final class Excerpt {
    private static final int LENGTH = 80;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Excerpt() {}

    /** As a number: whoever looks for a peer of another protocol can tell by it. */
    private static String escaped(MatchResult found) {
        return "\\\\x%02X".formatted((int) found.group().charAt(0));
    }

    /** The beginning of a line, on one line whatever it holds. */
    public static String of(byte[] bytes, int offset, int length) {
        // Four bytes a character are the most that UTF-8 needs.
        int some = Math.min(length, 4 * LENGTH + 4);
        String text = new String(bytes, offset, some, StandardCharsets.UTF_8);
        boolean isPrintable = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return cut(isPrintable ? text : CONTROL.matcher(text).replaceAll(Excerpt::escaped), LENGTH);
    }

    /** A text, cut to so many characters when it is longer. */
    public static String cut(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length)) + "...";
    }
}
