package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.Doc;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Javadoc from the words of schemas: any text, which often is Markdown. */
final class Javadocs {
    private static final int WIDTH = 88;
    private static final Pattern CODE = Pattern.compile("`([^`{}@\\\\*\\n]+)`");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");

    private Javadocs() {}

    /** The description, else the title, else the words given (which are Javadoc already). */
    static String of(Doc doc, String otherwise) {
        return doc.description()
                .or(doc::title)
                .filter(text -> !text.isBlank())
                .map(Javadocs::paragraphs)
                .orElse(otherwise);
    }

    /** A block tag, such as {@code @param}, with its text. */
    static String tag(String tag, String text) {
        return "\n" + wrap(tag + " " + text, "    ");
    }

    /** Words that are Javadoc already, in lines. */
    static String wrap(String text, String indent) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split("\\s+")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                out.append('\n').append(indent);
                column = indent.length();
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        return out.toString();
    }

    private static String paragraphs(String text) {
        StringBuilder out = new StringBuilder();
        for (String paragraph : PARAGRAPH.split(text.strip().replace("\r\n", "\n"))) {
            String words = wrap(escape(paragraph), "");
            out.append(out.isEmpty() ? words : "\n\n<p>" + words);
        }
        return out.toString();
    }

    /** Text with {@code `code`} made Javadoc, and all else that Javadoc or Java reads escaped. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        Matcher code = CODE.matcher(text);
        int end = 0;
        while (code.find()) {
            out.append(escapePlain(text.substring(end, code.start())));
            out.append("{@code ").append(code.group(1).strip()).append('}');
            end = code.end();
        }
        return out.append(escapePlain(text.substring(end))).toString();
    }

    private static String escapePlain(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> out.append("&amp;");
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                case '@' -> out.append("&#64;");
                                case '{' -> out.append("&#123;");
                                case '}' -> out.append("&#125;");
                                case '\\' -> out.append("&#92;");
                                case '/' -> out.append(endsWithStar(out) ? "&#47;" : "/");
                                default -> out.appendCodePoint(isShown(c) ? c : ' ');
                            }
                        });
        return out.toString();
    }

    /** {@code *}{@code /} would end the comment. */
    private static boolean endsWithStar(StringBuilder out) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == '*';
    }

    private static boolean isShown(int c) {
        return c == '\n'
                || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
