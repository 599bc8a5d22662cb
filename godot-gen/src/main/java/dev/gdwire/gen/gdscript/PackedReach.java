package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which classes write packed values beside the line: those with such a property, or with
 * objects of such classes in properties or lists. What is written by way of {@code to_dict} stays
 * in the line.
 */
final class PackedReach {
    private final GdProtocol protocol;

    PackedReach(GdProtocol protocol) {
        this.protocol = protocol;
    }

    /** Whether the value is packed itself. */
    static boolean isPacked(TypeRef type) {
        return type instanceof TypeRef.PackedRef
                || type instanceof TypeRef.NativeRef ref
                        && ref.type() == NativeType.PACKED_BYTE_ARRAY;
    }

    /** Whether the class of a type writes packed values beside the line. */
    boolean has(TypeDef type) {
        return has(type, new HashSet<>());
    }

    /** Whether a value of the type, without null, is an object whose class does. */
    boolean isObjectThatHas(TypeRef type) {
        return type instanceof TypeRef.NamedRef named && has(protocol.type(named.name()));
    }

    private boolean has(TypeDef type, Set<TypeName> seen) {
        if (!seen.add(type.name())) {
            return false;
        }
        if (type instanceof UnionDef union) {
            return union.cases().stream().anyMatch(c -> has(protocol.type(c.record()), seen));
        }
        if (type instanceof RecordDef record && record.others().isPresent()) {
            return false;
        }
        return fields(type).stream().anyMatch(field -> has(field.type(), seen));
    }

    private static List<FieldDef> fields(TypeDef type) {
        if (type instanceof RecordDef record) {
            return record.fields();
        }
        return type instanceof TupleDef tuple
                ? tuple.items().stream().map(TupleDef.Item::field).toList()
                : List.of();
    }

    private boolean has(TypeRef of, Set<TypeName> seen) {
        TypeRef type = Checked.strip(of instanceof TypeRef.NullableRef outer ? outer.type() : of);
        if (type instanceof TypeRef.ListRef list) {
            return list.items() instanceof TypeRef.NamedRef item && has(item, seen);
        }
        return isPacked(type)
                || type instanceof TypeRef.NamedRef named && has(protocol.type(named.name()), seen);
    }
}
