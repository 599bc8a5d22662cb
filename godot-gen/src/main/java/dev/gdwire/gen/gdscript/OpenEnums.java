package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the type of all values in the place of each open enum: its class has but constants for those
 * that have names.
 */
final class OpenEnums {
    private final Map<TypeName, TypeRef> open = new HashMap<>();

    private OpenEnums(Protocol protocol) {
        for (TypeDef type : protocol.types()) {
            if (type instanceof EnumDef def) {
                def.open().ifPresent(values -> open.put(def.name(), values));
            }
        }
    }

    /** The set with no reference to an open enum. */
    static Protocol resolved(Protocol protocol) {
        OpenEnums enums = new OpenEnums(protocol);
        return enums.open.isEmpty() ? protocol : enums.protocol(protocol);
    }

    private Protocol protocol(Protocol set) {
        return new Protocol(
                set.name(),
                set.version(),
                set.discriminator(),
                set.javaPackage(),
                set.godotClassName(),
                set.fingerprint(),
                set.messages().stream().map(this::message).toList(),
                set.types().stream().map(this::type).toList(),
                set.rules());
    }

    private MessageDef message(MessageDef message) {
        return new MessageDef(
                message.tag(),
                record(message.record()),
                message.sender(),
                message.replyTag(),
                message.fingerprint());
    }

    private TypeDef type(TypeDef type) {
        if (type instanceof RecordDef record) {
            return record(record);
        } else if (type instanceof TupleDef tuple) {
            List<TupleDef.Item> items = tuple.items().stream().map(this::item).toList();
            return new TupleDef(tuple.name(), tuple.source(), tuple.doc(), items);
        }
        return type;
    }

    private RecordDef record(RecordDef record) {
        return new RecordDef(
                record.name(),
                record.source(),
                record.doc(),
                record.fields().stream().map(this::field).toList(),
                record.unknown(),
                record.others().map(this::ref),
                record.rule());
    }

    private FieldDef field(FieldDef field) {
        return new FieldDef(
                field.wireName(),
                field.source(),
                field.doc(),
                ref(field.type()),
                field.presence(),
                field.defaultValue());
    }

    private TupleDef.Item item(TupleDef.Item item) {
        return new TupleDef.Item(item.label(), item.source(), item.doc(), ref(item.type()));
    }

    private TypeRef ref(TypeRef type) {
        if (type instanceof TypeRef.NamedRef named) {
            return open.getOrDefault(named.name(), type);
        } else if (type instanceof TypeRef.CheckedRef checked) {
            return new TypeRef.CheckedRef(ref(checked.type()), checked.rule());
        } else if (type instanceof TypeRef.ListRef list) {
            return new TypeRef.ListRef(
                    ref(list.items()), list.minItems(), list.maxItems(), list.unique());
        } else if (type instanceof TypeRef.MapRef map) {
            return new TypeRef.MapRef(ref(map.values()), map.minProperties(), map.maxProperties());
        } else if (type instanceof TypeRef.NullableRef nullable) {
            return new TypeRef.NullableRef(ref(nullable.type()));
        }
        return type;
    }
}
