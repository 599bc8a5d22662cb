package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.RecordDef;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A generated class: what all parts of its emitter need.
 *
 * @param def the schema's object
 * @param fields its properties and constants, in the order of the schema
 */
record GdClass(RecordDef def, List<GdField> fields, GdTypes types, JsonValues values) {
    static GdClass of(RecordDef def, GdTypes types) {
        List<GdField> fields = def.fields().stream().map(GdField::of).toList();
        return new GdClass(def, fields, types, new JsonValues(types));
    }

    String name() {
        return GdNames.type(def.name());
    }

    /** Without the constants. */
    List<GdField> properties() {
        return fields.stream().filter(field -> field.state() != GdField.State.CONSTANT).toList();
    }

    Locals locals() {
        return new Locals(properties().stream().map(GdField::name).collect(Collectors.toSet()));
    }
}
