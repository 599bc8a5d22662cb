package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.merge.LiteralEquality;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds defaults that hold themselves, once all that they leave out has its default too. */
final class CircularDefaults {
    private final Map<TypeName, TypeDef> definitions = new HashMap<>();

    CircularDefaults(List<TypeDef> types) {
        types.forEach(type -> definitions.put(type.name(), type));
    }

    /** Whether the default of a field does. */
    boolean isCircular(FieldDef field) {
        return field.defaultValue().isPresent() && new Search(field).isIn(field);
    }

    /** One search; each default is looked into once. */
    private final class Search {
        private final FieldDef wanted;
        private final Set<FieldDef> seen = new HashSet<>();

        Search(FieldDef wanted) {
            this.wanted = wanted;
        }

        /** Whether the wanted field's default is used inside of a field's default. */
        boolean isIn(FieldDef field) {
            return isIn(field.defaultValue().orElseThrow(), field.type());
        }

        private boolean isIn(Literal value, TypeRef type) {
            if (type instanceof TypeRef.NullableRef nullable) {
                return isIn(value, nullable.type());
            } else if (type instanceof TypeRef.CheckedRef checked) {
                return isIn(value, checked.type());
            } else if (type instanceof TypeRef.NamedRef named) {
                return isIn(value, definitions.get(named.name()));
            } else if (value instanceof Literal.ListLiteral list) {
                return type instanceof TypeRef.ListRef items
                        && list.items().stream().anyMatch(item -> isIn(item, items.items()));
            }
            return value instanceof Literal.ObjectLiteral object
                    && type instanceof TypeRef.MapRef map
                    && object.members().values().stream().anyMatch(v -> isIn(v, map.values()));
        }

        private boolean isIn(Literal value, TypeDef type) {
            if (type instanceof TupleDef tuple && value instanceof Literal.ListLiteral list) {
                for (int i = 0; i < list.items().size(); i++) {
                    if (isIn(list.items().get(i), tuple.items().get(i).type())) {
                        return true;
                    }
                }
            }
            if (!(value instanceof Literal.ObjectLiteral object)) {
                return false;
            }
            if (type instanceof UnionDef union) {
                Literal told = object.members().get(union.property());
                return union.cases().stream()
                        .filter(
                                one ->
                                        one.values().stream()
                                                .anyMatch(v -> LiteralEquality.equal(v, told)))
                        .anyMatch(one -> isIn(value, definitions.get(one.record())));
            }
            return type instanceof RecordDef record && isIn(object.members(), record);
        }

        private boolean isIn(Map<String, Literal> members, RecordDef record) {
            Map<String, Literal> others = new HashMap<>(members);
            for (FieldDef field : record.fields()) {
                Literal given = others.remove(field.wireName());
                boolean found = given == null ? isInDefault(field) : isIn(given, field.type());
                if (found) {
                    return true;
                }
            }
            return record.others()
                    .map(type -> others.values().stream().anyMatch(value -> isIn(value, type)))
                    .orElse(false);
        }

        private boolean isInDefault(FieldDef field) {
            if (field.defaultValue().isEmpty()) {
                return false;
            }
            return field.equals(wanted) || seen.add(field) && isIn(field);
        }
    }
}
