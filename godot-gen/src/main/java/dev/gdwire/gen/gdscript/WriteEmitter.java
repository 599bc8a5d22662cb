package dev.gdwire.gen.gdscript;

import java.util.ArrayList;
import java.util.List;

/** Writes {@code to_dict} and {@code to_json}. */
final class WriteEmitter {
    private final GdClass owner;
    private final GdWriter out;
    private final Locals locals;
    private final JsonTexts texts;

    WriteEmitter(GdClass owner, GdWriter out) {
        this.owner = owner;
        this.out = out;
        this.locals = owner.locals();
        this.texts = new JsonTexts(owner.types(), owner.values());
    }

    void toDict() {
        out.function(List.of(), "func to_dict() -> Dictionary:");
        int first = firstOptional();
        List<String> entries = new ArrayList<>();
        for (GdField field : owner.fields().subList(0, first)) {
            entries.add(field.key() + ": " + orNullValue(field));
        }
        if (first == owner.fields().size()) {
            out.list("return {", entries, "}").close();
            return;
        }
        String fields = locals.name("fields");
        out.list("var " + fields + " := {", entries, "}");
        for (GdField field : owner.fields().subList(first, owner.fields().size())) {
            String statement = fields + "[" + field.key() + "] = " + orNullValue(field);
            guarded(field, statement);
        }
        out.line("return " + fields).close();
    }

    private String orNullValue(GdField field) {
        if (field.state() == GdField.State.CONSTANT) {
            return field.name();
        }
        String value = owner.values().value(field.type(), field.name());
        if (!field.isNullable()) {
            return value;
        } else if (owner.types().isRecord(field.type())) {
            return "GdwireValue.record_or_null(" + field.name() + ")";
        }
        return "GdwireValue.or_null(" + field.isNull() + ", " + value + ")";
    }

    void toJson() {
        if (owner.fields().isEmpty()) {
            return;
        }
        out.function(List.of(), "func to_json() -> String:");
        int first = firstOptional();
        if (first == owner.fields().size()) {
            format("return ", "{", owner.fields(), "}");
        } else if (first == 0) {
            members();
        } else {
            concatenation(first);
        }
        out.close();
    }

    private void concatenation(int first) {
        String text = locals.name("text");
        format("var " + text + " := ", "{", owner.fields().subList(0, first), "");
        for (GdField field : owner.fields().subList(first, owner.fields().size())) {
            if (field.isOptional()) {
                out.open("if " + field.has() + ":");
                format(text + " += ", ",", List.of(field), "");
                out.close();
            } else {
                format(text + " += ", ",", List.of(field), "");
            }
        }
        out.line("return " + text + " + \"}\"");
    }

    /** For classes whose first property may be absent: who comes first is known at run time. */
    private void members() {
        String members = locals.name("members");
        out.line("var " + members + " := PackedStringArray()");
        for (GdField field : owner.fields()) {
            if (field.isOptional()) {
                out.open("if " + field.has() + ":");
            }
            String start = members + ".append(";
            out.line(start + formatted(List.of(field), "", "") + ")");
            if (field.isOptional()) {
                out.close();
            }
        }
        out.line("return \"{%s}\" % \",\".join(" + members + ")");
    }

    private void guarded(GdField field, String statement) {
        if (field.isOptional()) {
            out.open("if " + field.has() + ":").line(statement).close();
        } else {
            out.line(statement);
        }
    }

    private void format(String target, String start, List<GdField> fields, String end) {
        List<String> arguments = arguments(fields);
        String template = template(fields, start, end, !arguments.isEmpty());
        if (arguments.isEmpty()) {
            out.line(target + template);
        } else {
            out.list(target + template + " % [", arguments, "]");
        }
    }

    private String formatted(List<GdField> fields, String start, String end) {
        List<String> arguments = arguments(fields);
        String template = template(fields, start, end, !arguments.isEmpty());
        return arguments.isEmpty()
                ? template
                : template + " % [" + String.join(", ", arguments) + "]";
    }

    private List<String> arguments(List<GdField> fields) {
        return fields.stream().map(this::argument).filter(text -> !text.isEmpty()).toList();
    }

    private String argument(GdField field) {
        return field.isNullable() ? texts.orNull(field) : texts.value(field.type(), field.name());
    }

    private String template(List<GdField> fields, String start, String end, boolean isFormat) {
        List<String> members = new ArrayList<>();
        for (GdField field : fields) {
            String name = GdText.jsonString(field.def().wireName()).replace("%", "%%");
            String value = field.isNullable() ? "%s" : texts.format(field.type());
            members.add(name + ":" + value);
        }
        String text = start + String.join(",", members) + end;
        return GdText.singleQuoted(isFormat ? text : text.replace("%%", "%"));
    }

    private int firstOptional() {
        int index = 0;
        while (index < owner.fields().size() && !owner.fields().get(index).isOptional()) {
            index++;
        }
        return index;
    }
}
