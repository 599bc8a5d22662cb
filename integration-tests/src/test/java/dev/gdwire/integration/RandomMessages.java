package dev.gdwire.integration;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Valid messages of a schema set, at random: JSON values made of maps, lists and scalars. */
final class RandomMessages {
    private static final int DEEPEST = 3;
    private static final Object ABSENT = new Object();

    private final Map<TypeName, TypeDef> types = new LinkedHashMap<>();
    private final Protocol protocol;

    RandomMessages(Protocol protocol) {
        this.protocol = protocol;
        protocol.types().forEach(type -> types.put(type.name(), type));
        protocol.messages()
                .forEach(message -> types.put(message.record().name(), message.record()));
    }

    /** Messages with their tag, except those that are requests. */
    Arbitrary<Map<String, Object>> messages() {
        List<Arbitrary<Map<String, Object>>> each =
                protocol.messages().stream()
                        .filter(message -> message.replyTag().isEmpty())
                        .map(
                                message ->
                                        record(message.record(), 0)
                                                .map(fields -> tagged(message.tag(), fields)))
                        .toList();
        return Arbitraries.oneOf(each);
    }

    private Map<String, Object> tagged(String tag, Map<String, Object> fields) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(protocol.discriminator(), tag);
        message.putAll(fields);
        return message;
    }

    private Arbitrary<Map<String, Object>> record(RecordDef record, int depth) {
        List<String> names = new ArrayList<>();
        List<Arbitrary<Object>> values = new ArrayList<>();
        for (FieldDef field : record.fields()) {
            boolean required = field.presence() == FieldDef.Presence.REQUIRED;
            if (required || depth < DEEPEST) {
                Arbitrary<Object> value = value(field.type(), depth);
                names.add(field.wireName());
                values.add(required ? value : orAbsent(value));
            }
        }
        return Combinators.combine(values).as(given -> members(names, given));
    }

    /** Null is a value here, so it is hidden from what leaves values out. */
    private static Arbitrary<Object> orAbsent(Arbitrary<Object> value) {
        return value.map(Optional::ofNullable)
                .optional(0.4)
                .map(there -> there.isEmpty() ? ABSENT : there.get().orElse(null));
    }

    private static Map<String, Object> members(List<String> names, List<Object> values) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) != ABSENT) {
                members.put(names.get(i), values.get(i));
            }
        }
        return members;
    }

    private Arbitrary<Object> value(TypeRef type, int depth) {
        if (type instanceof TypeRef.BooleanRef) {
            return Arbitraries.of(true, false);
        } else if (type instanceof TypeRef.Int64StringRef) {
            return Arbitraries.longs().map(value -> Long.toString(value));
        } else if (type instanceof TypeRef.IntegerRef integer) {
            return RandomNumbers.integers(integer).asGeneric();
        } else if (type instanceof TypeRef.NumberRef number) {
            return RandomNumbers.numbers(number).asGeneric();
        } else if (type instanceof TypeRef.StringRef text) {
            return RandomTexts.texts(text).asGeneric();
        } else if (type instanceof TypeRef.ConstRef constant) {
            return Arbitraries.create(() -> literal(constant.value()));
        } else if (type instanceof TypeRef.NamedRef named) {
            return named(types.get(named.name()), depth);
        } else if (type instanceof TypeRef.NativeRef ref) {
            return nativeValue(ref.type());
        } else if (type instanceof TypeRef.NullableRef nullable) {
            return value(nullable.type(), depth).injectNull(0.3);
        } else if (type instanceof TypeRef.JsonRef json) {
            return json.rule().isAnything() ? anything() : only(json.rule());
        } else if (type instanceof TypeRef.PackedRef) {
            return packed();
        }
        return container(type, depth);
    }

    private Arbitrary<Object> container(TypeRef type, int depth) {
        if (type instanceof TypeRef.ListRef list) {
            var items = value(list.items(), depth + 1).list();
            var sized =
                    items.ofMinSize(list.minItems().orElse(0)).ofMaxSize(list.maxItems().orElse(4));
            return (list.unique() ? sized.uniqueElements() : sized).asGeneric();
        }
        TypeRef.MapRef map = (TypeRef.MapRef) type;
        return Arbitraries.maps(RandomTexts.any(), value(map.values(), depth + 1))
                .ofMinSize(map.minProperties().orElse(0))
                .ofMaxSize(map.maxProperties().orElse(3))
                .asGeneric();
    }

    /** Some of them look like what stands for a packed value. */
    private static Arbitrary<Object> anything() {
        return Arbitraries.of(
                "$blob", 7, true, List.of("a", List.of()), Map.of("$blob", 0), Map.of("a", "b"));
    }

    /** So many bytes that they travel beside the line, or fewer; as numbers they are finite. */
    private static Arbitrary<Object> packed() {
        Arbitrary<Integer> numbers =
                Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.integers().between(0, 3)),
                        Tuple.of(1, Arbitraries.integers().between(40, 300)));
        return Combinators.combine(numbers, Arbitraries.randomValue(random -> random))
                .as(
                        (count, random) -> {
                            byte[] bytes = new byte[count * Double.BYTES];
                            for (int i = 0; i < bytes.length; i++) {
                                bytes[i] = (byte) random.nextInt(1 << 6);
                            }
                            return Base64.getEncoder().encodeToString(bytes);
                        });
    }

    /** The value that a rule allows, where it is a constant. */
    private static Arbitrary<Object> only(Rule rule) {
        if (rule.schema() instanceof Literal.ObjectLiteral keywords
                && keywords.members().containsKey("const")) {
            return Arbitraries.create(() -> literal(keywords.members().get("const")));
        }
        throw new IllegalArgumentException("no values are known for " + rule);
    }

    private Arbitrary<Object> named(TypeDef type, int depth) {
        if (type instanceof RecordDef record) {
            return record(record, depth + 1).asGeneric();
        } else if (type instanceof UnionDef union) {
            return Arbitraries.of(union.cases())
                    .flatMap(one -> named(types.get(one.record()), depth));
        }
        return Arbitraries.of(((EnumDef) type).texts()).asGeneric();
    }

    private static Arbitrary<Object> nativeValue(NativeType type) {
        return switch (type) {
            case VECTOR2I -> numbers(Arbitraries.integers(), 2);
            case VECTOR3I -> numbers(Arbitraries.integers(), 3);
            case VECTOR2 -> numbers(RandomNumbers.floats(), 2);
            case VECTOR3 -> numbers(RandomNumbers.floats(), 3);
            case VECTOR4, QUATERNION, COLOR, RECT2, PLANE -> numbers(RandomNumbers.floats(), 4);
            case AABB, TRANSFORM2D -> numbers(RandomNumbers.floats(), 6);
            case BASIS -> numbers(RandomNumbers.floats(), 9);
            case TRANSFORM3D -> numbers(RandomNumbers.floats(), 12);
            case NODE_PATH -> Arbitraries.of("", "/", "a", "/root/Ünï 1", "../b:x:y", ":z");
            case STRING_NAME -> RandomTexts.any().asGeneric();
            case PACKED_BYTE_ARRAY ->
                    Arbitraries.bytes()
                            .array(byte[].class)
                            .ofMaxSize(9)
                            .map(bytes -> Base64.getEncoder().encodeToString(bytes));
        };
    }

    private static Arbitrary<Object> numbers(Arbitrary<? extends Number> number, int count) {
        return number.list().ofSize(count).asGeneric();
    }

    private static Object literal(Literal literal) {
        if (literal instanceof Literal.StringLiteral text) {
            return text.value();
        } else if (literal instanceof Literal.NumberLiteral number) {
            return number.value();
        }
        return literal instanceof Literal.BooleanLiteral flag ? flag.value() : null;
    }
}
