package dev.gdwire.gen.gdscript;

/**
 * Spells a regular expression of ECMA 262 for PCRE2 as Godot uses it, where {@code \d}, {@code \w}
 * take all of Unicode and {@code $} also matches before a last newline.
 */
final class EcmaPattern {
    private static final String SPACES =
            "\\t\\n"
                    + "\\x0b\\f\\r"
                    + " \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}"
                    + "\\x{3000}\\x{feff}";

    private final String source;
    private final StringBuilder result = new StringBuilder();
    private boolean inClass;
    private int at;

    private EcmaPattern(String source) {
        this.source = source;
    }

    /** The pattern for Godot's RegEx. */
    static String forGodot(String source) {
        return new EcmaPattern(source).translate();
    }

    private String translate() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == '\\' && at < source.length()) {
                escape(source.charAt(at++));
            } else if (inClass) {
                inClass = c != ']';
                result.append(c == '[' ? "\\[" : String.valueOf(c));
            } else {
                plain(c);
            }
        }
        return result.toString();
    }

    private void plain(char c) {
        switch (c) {
            case '$' -> result.append("\\z");
            case '.' -> result.append("[^\\n\\r\\x{2028}\\x{2029}]");
            case '[' -> openClass();
            default -> result.append(c);
        }
    }

    /** In ECMA 262, {@code []} is a class of nothing and {@code [^]} one of everything. */
    private void openClass() {
        if (source.startsWith("]", at)) {
            at++;
            result.append("(?!)");
        } else if (source.startsWith("^]", at)) {
            at += 2;
            result.append("(?s:.)");
        } else {
            inClass = true;
            result.append('[');
        }
    }

    private void escape(char c) {
        switch (c) {
            case 'd' -> set("0-9", false);
            case 'D' -> set("0-9", true);
            case 'w' -> set("A-Za-z0-9_", false);
            case 'W' -> set("A-Za-z0-9_", true);
            case 's' -> set(SPACES, false);
            case 'S' -> set(SPACES, true);
            case 'u' -> unicode();
            case '/', '-' -> result.append('\\').append(c);
            default -> result.append('\\').append(c);
        }
    }

    private void set(String members, boolean negated) {
        if (!inClass) {
            result.append(negated ? "[^" : "[").append(members).append(']');
        } else if (negated) {
            // A negated set inside a class has no spelling of its own members; PCRE's own is near.
            result.append(
                    members.startsWith("0") ? "\\D" : members.startsWith("A") ? "\\W" : "\\S");
        } else {
            result.append(members);
        }
    }

    private void unicode() {
        if (source.startsWith("{", at)) {
            int end = source.indexOf('}', at);
            result.append("\\x").append(source, at, end + 1);
            at = end + 1;
        } else {
            int end = Math.min(at + 4, source.length());
            result.append("\\x{").append(source, at, end).append('}');
            at = end;
        }
    }
}
