package dev.gdwire.gen.java;

import java.util.Locale;
import java.util.Map;

/** Words for text that has no letters and digits, such as {@code <=}. */
final class SignNames {
    private static final Map<String, String> WHOLE =
            Map.ofEntries(
                    Map.entry("", "empty"),
                    Map.entry("<", "less than"),
                    Map.entry("<=", "less than or equal"),
                    Map.entry(">", "greater than"),
                    Map.entry(">=", "greater than or equal"),
                    Map.entry("=", "equal"),
                    Map.entry("==", "equal equal"),
                    Map.entry("!=", "not equal"),
                    Map.entry("<>", "less or greater than"),
                    Map.entry("!", "not"),
                    Map.entry("&&", "and"),
                    Map.entry("||", "or"));

    private static final Map<Integer, String> SIGNS =
            Map.ofEntries(
                    Map.entry((int) ' ', "space"),
                    Map.entry((int) '+', "plus"),
                    Map.entry((int) '-', "minus"),
                    Map.entry((int) '*', "star"),
                    Map.entry((int) '/', "slash"),
                    Map.entry((int) '\\', "backslash"),
                    Map.entry((int) '#', "hash"),
                    Map.entry((int) '$', "dollar"),
                    Map.entry((int) '_', "underscore"),
                    Map.entry((int) '.', "dot"),
                    Map.entry((int) '<', "less"),
                    Map.entry((int) '>', "greater"),
                    Map.entry((int) '=', "equal"));

    private static final String PARTING = " -_.";

    private SignNames() {}

    /** The same text with each sign spelt out, but for those that part words. */
    static String spell(String text) {
        String whole = WHOLE.get(text);
        if (whole != null) {
            return whole;
        }
        int[] points = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            boolean parts =
                    PARTING.indexOf(points[i]) >= 0
                            && i > 0
                            && i + 1 < points.length
                            && isWord(points[i - 1])
                            && isWord(points[i + 1]);
            out.append(parts ? " " : word(points[i]));
        }
        return out.toString();
    }

    private static String word(int c) {
        return isWord(c) ? Character.toString(c) : " " + SIGNS.getOrDefault(c, name(c)) + " ";
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) && Character.isJavaIdentifierPart(c);
    }

    private static String name(int c) {
        String name = Character.getName(c);
        if (name == null || name.startsWith("<")) {
            return "u" + Integer.toHexString(c);
        }
        return name.toLowerCase(Locale.ROOT).replace(" sign", "");
    }
}
