package dev.gdwire.gen.java;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes components of fields and of items. */
final class Components {
    private final JavaTypes types;
    private final Set<String> taken;
    private final Map<dev.gdwire.gen.ir.TypeName, Parts> made = new HashMap<>();

    Components(JavaSet set, JavaTypes types) {
        this.types = types;
        this.taken = set.hidesLibraryClasses() ? LibraryNames.PACKAGE_STARTS : Set.of();
    }

    /** What a record is made of. */
    Parts of(RecordDef record) {
        return made.computeIfAbsent(record.name(), name -> new Naming().make(record));
    }

    /** What a tuple is made of: its items, as fields that are named as their labels. */
    Parts of(TupleDef tuple) {
        return made.computeIfAbsent(tuple.name(), name -> new Naming().make(tuple));
    }

    /** What a type is made of. */
    Parts of(TypeDef type) {
        return type instanceof TupleDef tuple ? of(tuple) : of((RecordDef) type);
    }

    /** Whether a field always has the same value, so that no component is needed for it. */
    static boolean isFixed(FieldDef field) {
        return field.presence() == FieldDef.Presence.REQUIRED
                && field.type() instanceof TypeRef.ConstRef;
    }

    private static Component.Presence presence(FieldDef field) {
        boolean nullable = field.type() instanceof TypeRef.NullableRef;
        if (field.presence() == FieldDef.Presence.REQUIRED) {
            return nullable ? Component.Presence.REQUIRED_NULLABLE : Component.Presence.REQUIRED;
        }
        if (field.defaultValue().isPresent()) {
            return nullable ? Component.Presence.DEFAULTED_NULLABLE : Component.Presence.DEFAULTED;
        }
        return nullable ? Component.Presence.MAYBE : Component.Presence.OPTIONAL;
    }

    /** Names the parts of one record. */
    private final class Naming {
        private final Set<String> components = new HashSet<>();
        private final Set<String> withers = new HashSet<>();
        private final Set<String> constants = new HashSet<>();

        Parts make(RecordDef record) {
            Map<String, String> names =
                    NameBook.ofComponents(
                            record.fields().stream().map(FieldDef::wireName).toList(), taken);
            components.addAll(names.values());
            List<Component> parts = new ArrayList<>();
            Map<FieldDef, String> fixed = new LinkedHashMap<>();
            for (FieldDef field : record.fields()) {
                String name = names.get(field.wireName());
                if (isFixed(field)) {
                    fixed.put(field, name);
                } else {
                    parts.add(component(field, name, Places.of(field.wireName()), presence(field)));
                }
            }
            record.others().ifPresent(values -> parts.add(others(record, values)));
            return new Parts(parts, fixed);
        }

        Parts make(TupleDef tuple) {
            Map<String, String> names =
                    NameBook.ofComponents(
                            tuple.items().stream().map(TupleDef.Item::label).toList(), taken);
            List<Component> parts = new ArrayList<>();
            for (TupleDef.Item item : tuple.items()) {
                FieldDef field = item.field();
                String place = "[" + parts.size() + "]";
                parts.add(component(field, names.get(item.label()), place, presence(field)));
            }
            return new Parts(parts, Map.of());
        }

        private Component others(RecordDef record, TypeRef values) {
            FieldDef field =
                    new FieldDef(
                            "",
                            record.source(),
                            new Doc(
                                    Optional.empty(),
                                    Optional.of("all other properties, by their names"),
                                    false),
                            new TypeRef.MapRef(values, OptionalInt.empty(), OptionalInt.empty()),
                            FieldDef.Presence.OPTIONAL,
                            Optional.empty());
            String name = NameBook.fresh("additional", components);
            return component(field, name, "", Component.Presence.OTHERS);
        }

        private Component component(
                FieldDef field, String name, String place, Component.Presence presence) {
            String wither = NameBook.fresh("with" + JavaNames.capital(name), withers);
            String constant = NameBook.fresh(JavaNames.constantOf(name), constants);
            String form = NameBook.fresh(name + "ForJackson", new HashSet<>(components));
            TypeRef value = Refs.value(field.type());
            return new Component(
                    field,
                    new Component.Names(name, wither, constant, form),
                    place,
                    presence,
                    value,
                    type(presence, types.of(value)));
        }

        private TypeName type(Component.Presence presence, TypeName plain) {
            return switch (presence) {
                case REQUIRED, DEFAULTED, OTHERS -> plain;
                case MAYBE -> ParameterizedTypeName.get(RunTime.MAYBE, plain.box());
                default -> RunTime.nullable(plain.withoutAnnotations());
            };
        }
    }
}
