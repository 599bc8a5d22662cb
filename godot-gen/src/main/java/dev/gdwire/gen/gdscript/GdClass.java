package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated class: what all parts of its emitter need.
 *
 * @param def the schema's object or tuple
 * @param fields its properties and constants, in the order of the schema
 * @param additional the property with all members that have none of their own
 * @param unknown what happens to members that have no property
 * @param rule what is checked of the whole value
 */
record GdClass(
        TypeDef def,
        List<GdField> fields,
        Optional<GdField> additional,
        UnknownFields unknown,
        Rule rule,
        GdTypes types,
        JsonValues values) {
    static GdClass of(RecordDef def, GdTypes types) {
        MemberNames names = new MemberNames(def.fields(), types.protocol()::isClassName);
        List<GdField> fields =
                def.fields().stream()
                        .map(field -> field(field, GdText.quoted(field.wireName()), names))
                        .toList();
        Optional<GdField> additional = def.others().map(others -> additional(def, others, names));
        JsonValues values = new JsonValues(types);
        return new GdClass(def, fields, additional, def.unknown(), def.rule(), types, values);
    }

    static GdClass of(TupleDef def, GdTypes types) {
        List<FieldDef> items = def.items().stream().map(TupleDef.Item::field).toList();
        MemberNames names = new MemberNames(items, types.protocol()::isClassName);
        List<GdField> fields =
                IntStream.range(0, items.size())
                        .mapToObj(index -> field(items.get(index), "" + index, names))
                        .toList();
        return new GdClass(
                def,
                fields,
                Optional.empty(),
                UnknownFields.REFUSED,
                def.rule(),
                types,
                new JsonValues(types));
    }

    private static GdField field(FieldDef def, String key, MemberNames names) {
        return GdField.of(def, key, names.name(def), names.bare(def));
    }

    private static GdField additional(RecordDef def, TypeRef others, MemberNames names) {
        String name = names.fresh("additional");
        FieldDef field =
                new FieldDef(
                        name,
                        def.source(),
                        Doc.NONE,
                        new TypeRef.MapRef(others, OptionalInt.empty(), OptionalInt.empty()),
                        FieldDef.Presence.REQUIRED,
                        Optional.empty());
        return GdField.of(field, "null", name, name);
    }

    String name() {
        return types.protocol().className(def.name());
    }

    boolean isTuple() {
        return def instanceof TupleDef;
    }

    /** Without the constants. */
    List<GdField> properties() {
        return fields.stream().filter(field -> field.state() != GdField.State.CONSTANT).toList();
    }

    /** With the one for all members that have none of their own. */
    List<GdField> allProperties() {
        List<GdField> all = new ArrayList<>(properties());
        additional.ifPresent(all::add);
        return all;
    }

    Locals locals() {
        Stream<GdField> all = allProperties().stream();
        return new Locals(all.map(GdField::name).collect(Collectors.toSet()));
    }
}
