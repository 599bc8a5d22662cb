package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code from_dict} and what it calls for the items of lists and maps. */
final class ReadEmitter {
    private final GdClass owner;
    private final GdTypes types;
    private final GdWriter out;
    private final Locals locals;
    private final String reader;
    private final Readers readers;
    private final Limits limits;

    ReadEmitter(GdClass owner, GdWriter out) {
        this.owner = owner;
        this.types = owner.types();
        this.out = out;
        this.locals = owner.locals();
        this.reader = locals.name("reader");
        this.readers = new Readers(types, reader);
        this.limits = new Limits(owner.values(), reader);
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
        String read = readers.value(field.type(), fields, field.key(), "_" + field.bare());
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

    /** Functions that read items with limits. */
    void items() {
        for (GdField field : owner.fields()) {
            items(field.type(), "_" + field.bare());
        }
    }

    private void items(TypeRef type, String place) {
        Items.of(type)
                .ifPresent(
                        item -> {
                            if (Limits.has(item)) {
                                item(item, place + "_item");
                            }
                            items(item, place + "_item");
                        });
    }

    private void item(TypeRef item, String place) {
        String container = locals.name("container");
        String key = locals.name("key");
        String value = locals.name("value");
        String type = types.isTypedArray(item) ? "Array" : types.name(item);
        List<String> parameters = new ArrayList<>();
        parameters.add(container + ": Variant");
        parameters.add(key + ": Variant");
        parameters.add(reader + ": GdwireReader");
        out.signature(
                List.of(), "static func _read" + place + "(", parameters, ") -> " + type + ":");
        String read = readers.value(item, container, key, place);
        out.line("var " + value + ": " + type + " = " + read);
        List<String> statements = limits.statements(item, key, value, place);
        if (!statements.isEmpty()) {
            out.open("if not " + reader + ".found():").lines(statements).close();
        }
        out.line("return " + value).close();
    }
}
