package dev.gdwire.gen.gdscript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown as lines of a documentation comment. The editor joins lines with spaces and reads
 * BBCode: paragraphs and list items get breaks, code its tags, and all other brackets are escaped.
 */
final class DocText {
    private static final int WIDTH = 92;
    private static final String CODE_BLOCK = "## [codeblock lang=text]";
    private static final String END_OF_CODE = "## [/codeblock]";
    private static final String BREAK = "[br]";
    private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");
    private static final Pattern ITEM = Pattern.compile("\\s*([-*+]|[0-9]+[.)])\\s.*");
    private static final Pattern ROW = Pattern.compile("\\s*[|].*");
    private static final Pattern CODE = Pattern.compile("`([^`\\[\\]]+)`");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\[\\]]+)]\\(([^()\\s]+)\\)");
    private static final Pattern TAG = Pattern.compile("@(deprecated|experimental|tutorial)\\b");

    private final List<String> lines = new ArrayList<>();
    private boolean inCode;
    private boolean inTable;
    private boolean afterBlank;

    private DocText() {}

    static List<String> lines(String markdown) {
        DocText doc = new DocText();
        markdown.strip().lines().forEach(doc::add);
        if (doc.inCode || doc.inTable) {
            doc.lines.add(END_OF_CODE);
        }
        return doc.lines;
    }

    private void add(String raw) {
        String line = raw.replace("\t", "    ").replaceAll("\\p{Cntrl}+", " ").stripTrailing();
        boolean isRow = !inCode && ROW.matcher(line).matches();
        if (isRow != inTable) {
            inTable = isRow;
            lines.add(isRow ? CODE_BLOCK : END_OF_CODE);
            afterBlank = false;
        }
        if (isRow) {
            lines.add(code(line.strip()));
        } else if (FENCE.matcher(line).matches()) {
            inCode = !inCode;
            lines.add(inCode ? CODE_BLOCK : END_OF_CODE);
            afterBlank = false;
        } else if (inCode) {
            lines.add(code(line));
        } else if (line.isBlank()) {
            afterBlank = true;
        } else {
            text(line.strip());
        }
    }

    private static String code(String line) {
        return ("## " + line.replace("[/", "[ /")).stripTrailing();
    }

    private void text(String line) {
        boolean first = lines.isEmpty() || lines.get(lines.size() - 1).endsWith("[/codeblock]");
        if (afterBlank && !first) {
            breakLast();
            lines.add("## " + BREAK);
        } else if (ITEM.matcher(line).matches() && !first) {
            breakLast();
        }
        afterBlank = false;
        wrap(bbcode(line));
    }

    private void breakLast() {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + BREAK);
    }

    private void wrap(String line) {
        String rest = line;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= 0) {
                break;
            }
            lines.add("## " + rest.substring(0, space).stripTrailing());
            rest = rest.substring(space + 1).stripLeading();
        }
        lines.add("## " + rest);
    }

    private static String bbcode(String line) {
        String text = LINK.matcher(line).replaceAll("$1 ($2)");
        StringBuilder result = new StringBuilder();
        Matcher code = CODE.matcher(text);
        int from = 0;
        while (code.find()) {
            result.append(escaped(text.substring(from, code.start())));
            result.append("[code]").append(code.group(1)).append("[/code]");
            from = code.end();
        }
        return result.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '[' -> result.append("[lb]");
                case ']' -> result.append("[rb]");
                default -> result.append(c);
            }
        }
        return TAG.matcher(result).replaceAll("[code]@$1[/code]");
    }
}
