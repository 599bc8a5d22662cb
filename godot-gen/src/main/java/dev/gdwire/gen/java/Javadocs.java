package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.TypeDef;
import java.util.List;
import java.util.stream.Collectors;

/** Javadoc from the words of schemas: any text, which often is Markdown. */
final class Javadocs {
    private static final int WIDTH = 88;

    /** How far the lines of a block tag stand from its first. */
    private static final String TAG_INDENT = "    ";

    private Javadocs() {}

    /** The description, else the title, else the words given (which are Javadoc already). */
    static String of(Doc doc, String otherwise) {
        List<Markdown.Block> blocks = blocks(doc);
        return blocks.isEmpty() ? otherwise : join(blocks, "", "");
    }

    /** What is said of a type of which the schema says nothing. */
    static String ofType(TypeDef type) {
        return "The type " + JavadocText.code(type.name().snakeCase()) + ".";
    }

    /**
     * A {@code @param} with the description, else the title, else the words given (which are
     * Javadoc already).
     */
    static String param(String name, Doc doc, String otherwise) {
        String start = "@param " + name + " ";
        List<Markdown.Block> blocks = blocks(doc);
        return "\n"
                + (blocks.isEmpty()
                        ? wrap(start + otherwise, TAG_INDENT)
                        : join(blocks, start, TAG_INDENT));
    }

    /** Words that are Javadoc already, in lines. */
    private static String wrap(String text, String indent) {
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

    private static List<Markdown.Block> blocks(Doc doc) {
        return doc.description()
                .or(doc::title)
                .map(JavadocText::shown)
                .map(Markdown::blocks)
                .orElse(List.of());
    }

    private static String join(List<Markdown.Block> blocks, String start, String indent) {
        StringBuilder out = new StringBuilder();
        for (Markdown.Block block : blocks) {
            if (out.isEmpty()) {
                out.append(block(block, start, indent));
            } else {
                String tag =
                        switch (block.kind()) {
                            case PARAGRAPH, HEADING -> "<p>";
                            default -> "";
                        };
                String separator = indent.isEmpty() ? "\n\n" : "\n" + indent;
                out.append(separator).append(block(block, tag, indent));
            }
        }
        return out.toString();
    }

    private static String block(Markdown.Block block, String start, String indent) {
        List<String> parts = block.parts();
        return switch (block.kind()) {
            case PARAGRAPH -> wrap(start + JavadocText.marked(parts.get(0)), indent);
            case HEADING -> wrap(start + "<b>" + JavadocText.plain(parts.get(0)) + "</b>", indent);
            case BULLETS -> start(start, indent) + list("ul", parts, indent);
            case NUMBERS -> start(start, indent) + list("ol", parts, indent);
            case LINES -> start(start, indent) + lines(parts, indent);
        };
    }

    private static String start(String start, String indent) {
        return start.isEmpty() ? "" : start.strip() + "\n" + indent;
    }

    private static String list(String tag, List<String> items, String indent) {
        return items.stream()
                .map(item -> indent + "  " + item(item, indent + "      "))
                .collect(
                        Collectors.joining(
                                "\n", "<" + tag + ">\n", "\n" + indent + "</" + tag + ">"));
    }

    private static String item(String text, String indent) {
        return wrap("<li>" + JavadocText.marked(text), indent);
    }

    private static String lines(List<String> lines, String indent) {
        return lines.stream()
                .map(line -> (indent + JavadocText.plain(line)).stripTrailing())
                .collect(Collectors.joining("\n", "<pre>\n", "\n" + indent + "</pre>"));
    }
}
