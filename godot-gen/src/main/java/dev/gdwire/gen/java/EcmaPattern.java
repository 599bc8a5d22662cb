package dev.gdwire.gen.java;

/**
 * The same regular expression in Java. Where ECMA 262 and {@link java.util.regex.Pattern} read the
 * same characters differently, Java's spelling of ECMA's meaning is written.
 */
final class EcmaPattern {
    private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
    private static final String SPACES =
            "\\t\\n"
                    + "\\x0B\\f\\r"
                    + " \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";
    private static final String BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
    private static final String NO_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean inClass;

    private EcmaPattern(String source) {
        this.source = source;
    }

    /** The pattern in Java's spelling. */
    static String toJava(String ecma) {
        EcmaPattern pattern = new EcmaPattern(ecma);
        while (pattern.at < ecma.length()) {
            pattern.step();
        }
        return pattern.out.toString();
    }

    private void step() {
        char c = source.charAt(at++);
        if (c == '\\' && at < source.length()) {
            escape(source.charAt(at++));
        } else if (inClass) {
            inClass(c);
        } else {
            outside(c);
        }
    }

    private void outside(char c) {
        switch (c) {
            case '$' -> out.append("\\z");
            case '.' -> out.append("[^").append(LINE_ENDS).append(']');
            case '[' -> openClass();
            default -> out.append(c);
        }
    }

    private void openClass() {
        if (source.startsWith("^]", at)) {
            out.append("[\\x{0}-\\x{10FFFF}]");
            at += 2;
        } else if (source.startsWith("]", at)) {
            out.append("(?!)");
            at++;
        } else {
            out.append('[');
            inClass = true;
            if (source.startsWith("^", at)) {
                out.append('^');
                at++;
            }
        }
    }

    private void inClass(char c) {
        if (c == ']') {
            inClass = false;
            out.append(c);
        } else if (c == '[' || c == '&' || c == '^') {
            out.append('\\').append(c);
        } else {
            out.append(c);
        }
    }

    private void escape(char c) {
        switch (c) {
            case 's' -> out.append(inClass ? SPACES : "[" + SPACES + "]");
            case 'S' -> out.append("[^").append(SPACES).append(']');
            case 'b' -> out.append(inClass ? "\\x08" : BOUNDARY);
            case 'B' -> out.append(NO_BOUNDARY);
            case '0' -> out.append("\\x00");
            case 'v' -> out.append("\\x0B");
            case 'u' -> unicode();
            default -> out.append('\\').append(c);
        }
    }

    /** Java writes {@code \x{1F600}} where ECMA writes it with a {@code u}. */
    private void unicode() {
        out.append(source.startsWith("{", at) ? "\\x" : "\\u");
    }
}
