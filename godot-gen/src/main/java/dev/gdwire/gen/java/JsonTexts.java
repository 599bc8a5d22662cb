package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** JSON texts of the values that stand in schemas, laid out for people. */
final class JsonTexts {
    private static final int WIDTH = 84;
    private static final String INDENT = "  ";

    private JsonTexts() {}

    /** A value on one line. */
    static String line(Literal value) {
        return brackets(value, JsonTexts::line, "", ", ", "");
    }

    /** A value on as many lines as are good to read. */
    static String lines(Literal value) {
        return lines(value, "");
    }

    /** A text in quotes; all but what people see well is written by its number. */
    static String quote(String text) {
        return Signs.quote(text);
    }

    private static String lines(Literal value, String indent) {
        String line = line(value);
        boolean isScalar =
                !(value instanceof Literal.ObjectLiteral)
                        && !(value instanceof Literal.ListLiteral);
        if (isScalar || indent.length() + line.length() <= WIDTH) {
            return line;
        }
        String inner = indent + INDENT;
        return brackets(
                value, item -> lines(item, inner), "\n" + inner, ",\n" + inner, "\n" + indent);
    }

    /** Writes the parts of a value. */
    private interface Part {
        String text(Literal value);
    }

    private static String brackets(
            Literal value, Part part, String start, String separator, String end) {
        if (value instanceof Literal.ObjectLiteral object) {
            List<String> members = new ArrayList<>();
            object.members().forEach((name, v) -> members.add(quote(name) + ": " + part.text(v)));
            return join(members, "{" + start, separator, end + "}");
        }
        if (value instanceof Literal.ListLiteral list) {
            List<String> items = list.items().stream().map(part::text).toList();
            return join(items, "[" + start, separator, end + "]");
        }
        return scalar(value);
    }

    private static String join(List<String> parts, String start, String separator, String end) {
        return parts.stream().collect(Collectors.joining(separator, start, end));
    }

    private static String scalar(Literal value) {
        if (value instanceof Literal.StringLiteral text) {
            return quote(text.value());
        }
        if (value instanceof Literal.NumberLiteral number) {
            return number.value().toString();
        }
        return value instanceof Literal.BooleanLiteral bool
                ? Boolean.toString(bool.value())
                : "null";
    }
}
