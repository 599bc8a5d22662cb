package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeRef;
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

    void read() {
        if (owner.isTuple()) {
            fromArray();
        } else {
            fromDict();
        }
    }

    private void fromDict() {
        String data = locals.name("data");
        String result = locals.name("result");
        String type = owner.name();
        open("from_dict");
        out.open("if not " + reader + ".is_object(" + data + "):").line("return null").close();
        boolean refuses = owner.unknown() == UnknownFields.REFUSED;
        boolean looksInside = !owner.fields().isEmpty() || owner.unknown() != UnknownFields.IGNORED;
        if (looksInside) {
            out.line("var " + locals.name("fields") + ": Dictionary = " + data);
        }
        out.line("var " + result + " := " + type + ".new()");
        owner.fields().forEach(field -> field(field, result, locals.name("fields")));
        if (refuses) {
            List<String> known = owner.fields().stream().map(GdField::key).toList();
            out.list(reader + ".refuse_others(" + locals.name("fields") + ", [", known, "])");
        }
        owner.additional().ifPresent(additional -> others(additional, result));
        limits(result);
        if (looksInside || !owner.rule().isAnything()) {
            out.line("return null if " + reader + ".found() else " + result).close();
        } else {
            out.line("return " + result).close();
        }
    }

    private void fromArray() {
        String items = locals.name("items");
        String result = locals.name("result");
        open("from_array");
        String count = Integer.toString(owner.fields().size());
        String read = reader + ".items_of(" + locals.name("data") + ", " + count + ")";
        out.line("var " + items + " := " + read);
        out.open("if " + reader + ".found():").line("return null").close();
        out.line("var " + result + " := " + owner.name() + ".new()");
        owner.fields().forEach(field -> field(field, result, items));
        limits(result);
        out.line("return null if " + reader + ".found() else " + result).close();
    }

    private void open(String function) {
        String doc = "Reads parsed JSON; null when it does not fit, and [param %s] says why.";
        out.signature(
                List.of("## " + String.format(doc, reader)),
                "static func " + function + "(",
                List.of(locals.name("data") + ": Variant", reader + " := GdwireReader.new()"),
                ") -> " + owner.name() + ":");
    }

    private void others(GdField additional, String result) {
        TypeRef values = ((TypeRef.MapRef) additional.type()).values();
        List<String> arguments =
                List.of(locals.name("fields"), "_FIELDS", readers.callable(values));
        String read = reader + ".members_but(" + String.join(", ", arguments) + ")";
        out.line(result + "." + additional.name() + " = " + read);
    }

    private void limits(String result) {
        if (new CheckEmitter(owner, out).hasLimits()) {
            out.open("if not " + reader + ".found():");
            out.line(result + "._check_limits(" + reader + ")").close();
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
