package dev.gdwire.gen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the blocks of a text that often is Markdown: whatever it is, nothing of it gets lost. */
final class Markdown {
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```+|~~~+).*");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*+]\\s+(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}[.)]\\s+(\\S.*)");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");
    private static final Pattern ROW = Pattern.compile("\\s*\\|.*");

    private final List<Block> blocks = new ArrayList<>();
    private List<String> lines = List.of();
    private int next;

    /** What a block is. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        BULLETS,
        NUMBERS,
        /** Lines that are shown as they are. */
        LINES
    }

    /**
     * A part of the text.
     *
     * @param parts the items of a list, or the lines of the block; else one text
     */
    record Block(Kind kind, List<String> parts) {}

    private Markdown() {}

    /** The blocks of a text, none of them empty. */
    static List<Block> blocks(String text) {
        return new Markdown().parse(text);
    }

    private List<Block> parse(String text) {
        lines = text.lines().toList();
        while (next < lines.size()) {
            String line = lines.get(next);
            Matcher fence = FENCE.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (line.isBlank()) {
                next++;
            } else if (fence.matches()) {
                next++;
                code(fence.group(1));
            } else if (heading.matches()) {
                next++;
                add(Kind.HEADING, List.of(heading.group(1)));
            } else if (ROW.matcher(line).matches()) {
                table();
            } else if (BULLET.matcher(line).matches()) {
                list(Kind.BULLETS, BULLET);
            } else if (NUMBER.matcher(line).matches()) {
                list(Kind.NUMBERS, NUMBER);
            } else {
                add(Kind.PARAGRAPH, List.of(paragraph()));
            }
        }
        return blocks;
    }

    private void add(Kind kind, List<String> parts) {
        if (parts.stream().anyMatch(part -> !part.isBlank())) {
            blocks.add(new Block(kind, parts));
        }
    }

    private void code(String fence) {
        List<String> code = new ArrayList<>();
        while (next < lines.size() && !lines.get(next).strip().startsWith(fence)) {
            code.add(lines.get(next++));
        }
        next++;
        add(Kind.LINES, code);
    }

    private void table() {
        List<String> rows = new ArrayList<>();
        while (next < lines.size() && ROW.matcher(lines.get(next)).matches()) {
            rows.add(lines.get(next++).strip());
        }
        add(Kind.LINES, rows);
    }

    private void list(Kind kind, Pattern start) {
        List<String> items = new ArrayList<>();
        Matcher item = start.matcher(lines.get(next));
        while (item.matches()) {
            next++;
            items.add((item.group(1) + " " + paragraph()).strip());
            if (next == lines.size()) {
                break;
            }
            item = start.matcher(lines.get(next));
        }
        add(kind, items);
    }

    /** The lines up to the next block, as one. */
    private String paragraph() {
        StringBuilder text = new StringBuilder();
        while (next < lines.size() && !startsBlock(lines.get(next))) {
            text.append(lines.get(next++)).append('\n');
        }
        return text.toString().strip();
    }

    private static boolean startsBlock(String line) {
        return line.isBlank()
                || FENCE.matcher(line).matches()
                || HEADING.matcher(line).matches()
                || ROW.matcher(line).matches()
                || BULLET.matcher(line).matches()
                || NUMBER.matcher(line).matches();
    }
}
