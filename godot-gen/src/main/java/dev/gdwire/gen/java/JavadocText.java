package dev.gdwire.gen.java;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for Javadoc, in which all that Javadoc or Java would read is escaped. */
final class JavadocText {
    private static final Pattern MARKED =
            Pattern.compile(
                    "`(?<code>[^`\\n]+)`"
                            + "|\\*\\*(?<bold>[^*`\\n\\[\\]]+)\\*\\*"
                            + "|\\[(?<text>[^\\[\\]`\\n]+)]\\("
                            + "(?<url>https?://[A-Za-z0-9._~:/?#!&+,;=%-]+)\\)");
    private static final Pattern PLAIN_CODE = Pattern.compile("[^{}@\\\\*\\p{Cntrl}]+");

    private JavadocText() {}

    /** Text with spaces for all that is not shown. */
    static String shown(String text) {
        StringBuilder out = new StringBuilder();
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(point -> out.appendCodePoint(isShown(point) ? point : ' '));
        return out.toString();
    }

    /** Text with code, bold words and links of Markdown made those of Javadoc. */
    static String marked(String text) {
        StringBuilder out = new StringBuilder();
        Matcher marked = MARKED.matcher(text);
        int end = 0;
        while (marked.find()) {
            out.append(plain(text.substring(end, marked.start())));
            out.append(mark(marked));
            end = marked.end();
        }
        String rest = plain(text.substring(end));
        return out.append(rest).toString();
    }

    /** Text without marks. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static String mark(Matcher marked) {
        String code = marked.group("code");
        if (code != null) {
            return code.isBlank() ? plain(marked.group()) : code(code);
        }
        String bold = marked.group("bold");
        if (bold != null) {
            return bold.isBlank() ? plain(marked.group()) : "<b>" + plain(bold) + "</b>";
        }
        String url = plain(marked.group("url"));
        return "<a href=\"" + url + "\">" + plain(marked.group("text")) + "</a>";
    }

    /** A text as code, in quotes if nothing of it would be seen. */
    static String code(String text) {
        String code = shown(text).strip();
        if (code.isEmpty()) {
            return "<code>\"" + " ".repeat(text.length()) + "\"</code>";
        }
        return PLAIN_CODE.matcher(code).matches()
                ? "{@code " + code + "}"
                : "<code>" + plain(code) + "</code>";
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '@' -> out.append("&#64;");
            case '{' -> out.append("&#123;");
            case '}' -> out.append("&#125;");
            case '\\' -> out.append("&#92;");
            // After a star it would end the comment.
            case '/' -> out.append(endsWithStar(out) ? "&#47;" : "/");
            default -> out.appendCodePoint(point);
        }
    }

    private static boolean endsWithStar(StringBuilder out) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == '*';
    }

    private static boolean isShown(int point) {
        return point == '\n'
                || !Character.isISOControl(point)
                        && Character.getType(point) != Character.SURROGATE
                        && Character.getType(point) != Character.LINE_SEPARATOR
                        && Character.getType(point) != Character.PARAGRAPH_SEPARATOR;
    }
}
