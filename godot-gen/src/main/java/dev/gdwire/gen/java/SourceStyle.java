package dev.gdwire.gen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays sources out as a careful person would: what fits on one line is on one line. */
final class SourceStyle {
    private static final int WIDTH = 100;
    private static final Pattern SHORT_JAVADOC =
            Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/$");
    private static final Pattern ANNOTATION =
            Pattern.compile("(?m)^( *)(@\\w+\\()\\n((?: +\\w+ = [^\\n]*\\n)+) *\\)$");
    private static final Pattern EMPTY_BODY = Pattern.compile("(?m)\\{\\n *\\}$");
    private static final Pattern FIELDS =
            Pattern.compile(
                    "(?m)^( +private (?!static )[^\\n]*;)\\n\\n(?= +private (?!static )[^\\n]*;$)");
    private static final Pattern FIELD_NAMES =
            Pattern.compile(
                    "(?m)^( +private static final FieldName [^\\n]*;)\\n\\n"
                            + "(?= +private static final FieldName )");
    private static final Pattern PERMITS =
            Pattern.compile("(?m)^(public sealed interface [^\\n]*) (permits [^\\n]*\\{\\}?)$");
    private static final Pattern RECORD = Pattern.compile("(?m)^public record \\w+\\(");

    private SourceStyle() {}

    /** The same source, laid out. */
    static String apply(String source) {
        String text = SHORT_JAVADOC.matcher(source).replaceAll(SourceStyle::shortJavadoc);
        text = ANNOTATION.matcher(text).replaceAll(SourceStyle::annotation);
        text = EMPTY_BODY.matcher(text).replaceAll("{}");
        text = FIELDS.matcher(text).replaceAll("$1\n");
        text = FIELD_NAMES.matcher(text).replaceAll("$1\n");
        text = PERMITS.matcher(text).replaceAll(SourceStyle::permits);
        return recordHeader(text);
    }

    private static String shortJavadoc(MatchResult found) {
        String line = found.group(1) + "/** " + found.group(2) + " */";
        return Matcher.quoteReplacement(line.length() <= WIDTH ? line : found.group());
    }

    private static String annotation(MatchResult found) {
        String members = found.group(3).strip().replaceAll(",\\n *", ", ");
        String line = found.group(1) + found.group(2) + members + ")";
        return Matcher.quoteReplacement(line.length() <= WIDTH ? line : found.group());
    }

    private static String permits(MatchResult found) {
        return Matcher.quoteReplacement(
                found.end() - found.start() <= WIDTH
                        ? found.group()
                        : found.group(1) + filled(found.group(2)));
    }

    /** Words on as many lines as they need. */
    private static String filled(String words) {
        StringBuilder out = new StringBuilder();
        int column = WIDTH;
        for (String word : words.split(" ")) {
            if (column + 1 + word.length() > WIDTH && !word.startsWith("{")) {
                String indent = out.isEmpty() ? " ".repeat(8) : " ".repeat(16);
                out.append('\n').append(indent).append(word);
                column = indent.length() + word.length();
            } else {
                out.append(' ').append(word);
                column += 1 + word.length();
            }
        }
        return out.toString();
    }

    private static String recordHeader(String source) {
        Matcher start = RECORD.matcher(source);
        if (!start.find()) {
            return source;
        }
        int open = start.end();
        List<String> components = new ArrayList<>();
        int close = split(source, open, ',', components);
        int body = source.indexOf(" {", close);
        String head = source.substring(start.start(), open);
        String rest = source.substring(close + 1, body).replaceAll("\\s+", " ");
        String tail = source.substring(body);
        String line = head + String.join(", ", components) + ")" + rest;
        if (line.length() + 2 > WIDTH && !components.isEmpty()) {
            line = head + spread(components) + ")" + rest.replaceFirst("^ ", "\n        ");
        }
        return source.substring(0, start.start()) + line + tail;
    }

    private static String spread(List<String> components) {
        StringBuilder out = new StringBuilder();
        for (String component : components) {
            out.append(out.isEmpty() ? "" : ",").append("\n        ");
            boolean fits = component.length() + 9 <= WIDTH;
            out.append(fits ? component : String.join("\n        ", words(component)));
        }
        return out.toString();
    }

    /** The annotations of a component, and the rest. */
    private static List<String> words(String component) {
        List<String> words = new ArrayList<>();
        String rest = component;
        while (rest.startsWith("@") && !rest.startsWith("@Nullable")) {
            List<String> parts = new ArrayList<>();
            split(rest, 0, ' ', parts);
            words.add(parts.get(0));
            rest = rest.substring(parts.get(0).length()).strip();
        }
        words.add(rest);
        return words;
    }

    /**
     * Splits at a character outside of brackets and quotes, up to the closing bracket, whose place
     * it returns.
     */
    private static int split(String source, int from, char separator, List<String> parts) {
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        int at = from;
        for (; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '\\' && quoted) {
                part.append(c).append(source.charAt(++at));
                continue;
            }
            quoted ^= c == '"';
            if (!quoted && (c == '(' || c == '<' || c == '{')) {
                depth++;
            } else if (!quoted && (c == ')' || c == '>' || c == '}')) {
                if (depth == 0) {
                    break;
                }
                depth--;
            }
            if (!quoted && depth == 0 && c == separator) {
                add(parts, part);
            } else {
                part.append(c);
            }
        }
        add(parts, part);
        return at;
    }

    private static void add(List<String> parts, StringBuilder part) {
        String text = part.toString().strip().replaceAll("\\s*\\n\\s*", " ");
        if (!text.isEmpty()) {
            parts.add(text);
        }
        part.setLength(0);
    }
}
