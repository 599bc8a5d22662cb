package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.UnknownFields;
import java.util.List;

/** Writes {@code from_dict}. */
final class ReadEmitter {
    private final GdClass owner;
    private final GdTypes types;
    private final GdWriter out;
    private final Locals locals;
    private final String reader;
    private final Readers readers;

    ReadEmitter(GdClass owner, GdWriter out) {
        this.owner = owner;
        this.types = owner.types();
        this.out = out;
        this.locals = owner.locals();
        this.reader = locals.name("reader");
        this.readers = new Readers(types, reader);
    }

    void fromDict() {
        String data = locals.name("data");
        String result = locals.name("result");
        String type = owner.name();
        out.signature(
                List.of(
                        "## Reads parsed JSON; null when it does not fit, and [param "
                                + reader
                                + "] says why."),
                "static func from_dict(",
                List.of(data + ": Variant", reader + " := GdwireReader.new()"),
                ") -> " + type + ":");
        out.open("if not " + reader + ".is_object(" + data + "):").line("return null").close();
        boolean refuses = owner.def().unknown() == UnknownFields.REFUSED;
        if (!owner.fields().isEmpty() || refuses) {
            out.line("var " + locals.name("fields") + ": Dictionary = " + data);
        }
        out.line("var " + result + " := " + type + ".new()");
        owner.fields().forEach(field -> field(field, result, locals.name("fields")));
        if (refuses) {
            List<String> known = owner.fields().stream().map(GdField::key).toList();
            out.list(reader + ".refuse_others(" + locals.name("fields") + ", [", known, "])");
        }
        if (new CheckEmitter(owner, out).hasLimits()) {
            out.open("if not " + reader + ".found():");
            out.line(result + "._check_limits(" + reader + ")").close();
        }
        if (owner.fields().isEmpty() && !refuses) {
            out.line("return " + result).close();
        } else {
            out.line("return null if " + reader + ".found() else " + result).close();
        }
    }

    private void field(GdField field, String result, String fields) {
        String read = readers.value(field.type(), fields, field.key());
        String isNull = reader + ".is_null(" + fields + ", " + field.key() + ")";
        String target = result + "." + field.name();
        boolean mayBeAbsent = !field.isRequired();
        if (mayBeAbsent) {
            out.open("if " + fields + ".has(" + field.key() + "):");
        }
        if (field.state() == GdField.State.CONSTANT) {
            out.line(read);
        } else if (field.isNullable()) {
            // A default stands already: null must replace it.
            out.open("if " + isNull + ":").line(result + "." + field.setNull()).close();
            out.open("else:");
            assign(field, target, read, result);
            out.close();
        } else {
            assign(field, target, read, result);
        }
        if (mayBeAbsent) {
            out.close();
        }
    }

    private void assign(GdField field, String target, String read, String result) {
        if (!types.isTypedArray(field.type())) {
            out.line(target + " = " + read);
            return;
        }
        out.line(target + ".assign(" + read + ")");
        if (field.isOptional()) {
            out.line(result + "." + field.hasFlag() + " = true");
        }
        if (field.isNullable()) {
            out.line(result + "." + field.nullFlag() + " = false");
        }
    }
}
