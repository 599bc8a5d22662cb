package dev.gdwire.gen.gdscript;

import java.util.ArrayList;
import java.util.List;

/** Writes {@code to_dict} and {@code to_json}. */
final class WriteEmitter {
    private static final int LONGEST_PIECE = 76;

    private final GdClass owner;
    private final GdWriter out;
    private final Locals locals;
    private JsonTexts texts;

    WriteEmitter(GdClass owner, GdWriter out) {
        this.owner = owner;
        this.out = out;
        this.locals = owner.locals();
        this.texts = new JsonTexts(owner.types(), owner.values());
    }

    void toDict() {
        if (owner.isTuple()) {
            toArray();
            return;
        }
        out.function(List.of(), "func to_dict() -> Dictionary:");
        int first = firstOptional();
        List<String> entries = new ArrayList<>();
        for (GdField field : owner.fields().subList(0, first)) {
            entries.add(field.key() + ": " + orNullValue(field));
        }
        if (first == owner.fields().size() && owner.additional().isEmpty()) {
            out.list("return {", entries, "}").close();
            return;
        }
        String fields = locals.name("fields");
        out.list("var " + fields + " := {", entries, "}");
        for (GdField field : owner.fields().subList(first, owner.fields().size())) {
            String statement = fields + "[" + field.key() + "] = " + orNullValue(field);
            guarded(field, statement);
        }
        owner.additional()
                .map(others -> owner.values().value(others.type(), others.name()))
                .ifPresent(members -> out.line(fields + ".merge(" + members + ")"));
        out.line("return " + fields).close();
    }

    private void toArray() {
        out.function(List.of(), "func to_array() -> Array:");
        out.list("return [", owner.fields().stream().map(this::orNullValue).toList(), "]").close();
    }

    private String orNullValue(GdField field) {
        if (field.state() == GdField.State.CONSTANT) {
            return field.name();
        }
        String value = owner.values().value(field.type(), field.name());
        if (!field.isNullable() || value.equals(field.name()) && canBeNull(field)) {
            return value;
        } else if (owner.types().isObject(field.type())) {
            return "GdwireValue.record_or_null(" + field.name() + ")";
        }
        return "GdwireValue.or_null(" + field.isNull() + ", " + value + ")";
    }

    private boolean canBeNull(GdField field) {
        return owner.types().canBeNull(field.type());
    }

    void toJson() {
        if (owner.fields().isEmpty() && owner.additional().isEmpty()) {
            return;
        }
        if (new PackedReach(owner.types().protocol()).has(owner.def())) {
            String blobs = locals.name("blobs");
            out.function(List.of(), "func to_json() -> String:");
            out.line("return to_json_beside(null)").close();
            String parameter = "(" + blobs + ": GdwireBlobsOut)";
            out.function(List.of(), "func to_json_beside" + parameter + " -> String:");
            texts = texts.beside(blobs);
        } else {
            out.function(List.of(), "func to_json() -> String:");
        }
        if (owner.additional().isPresent()) {
            out.line("return GdwireText.value(to_dict())").close();
            return;
        } else if (owner.isTuple()) {
            format("return ", "[", owner.fields(), "]");
            out.close();
            return;
        }
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
        String values = arguments.isEmpty() ? "" : " % [";
        String close = arguments.isEmpty() ? "" : "]";
        List<String> pieces = pieces(fields, start, end, !arguments.isEmpty());
        if (pieces.size() == 1) {
            out.list(target + pieces.get(0) + values, arguments, close);
            return;
        }
        out.open(target + "(");
        for (int i = 0; i < pieces.size(); i++) {
            out.whole((i == 0 ? "" : "+ ") + pieces.get(i));
        }
        out.close().list(")" + values, arguments, close);
    }

    private String formatted(List<GdField> fields, String start, String end) {
        List<String> arguments = arguments(fields);
        String template = String.join(" + ", pieces(fields, start, end, !arguments.isEmpty()));
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

    /** The format string, in pieces that fit on a line. */
    private List<String> pieces(List<GdField> fields, String start, String end, boolean isFormat) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder(start);
        String comma = "";
        for (GdField field : fields) {
            String member = comma + member(field);
            if (piece.length() + member.length() > LONGEST_PIECE && piece.length() > 1) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(member);
            comma = ",";
        }
        pieces.add(piece.append(end).toString());
        return pieces.stream()
                .map(text -> GdText.singleQuoted(isFormat ? text : text.replace("%%", "%")))
                .toList();
    }

    private String member(GdField field) {
        String wireName = GdText.jsonString(field.def().wireName()).replace("%", "%%");
        String start = owner.isTuple() ? "" : wireName + ":";
        return start + (field.isNullable() ? "%s" : texts.format(field.type()));
    }

    private int firstOptional() {
        int index = 0;
        while (index < owner.fields().size() && !owner.fields().get(index).isOptional()) {
            index++;
        }
        return index;
    }
}
