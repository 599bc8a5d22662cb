package dev.gdwire.protocol.generated;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pieces of IR, made by hand. */
final class Ir {
    static final Source SOURCE = new Source("hand.schema.json", "", 1, 1);
    static final TypeRef TEXT =
            new TypeRef.StringRef(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    static final TypeRef INTEGER =
            new TypeRef.IntegerRef(TypeRef.IntegerWidth.INT53, TypeRef.NumberLimits.NONE);
    static final TypeRef INT32 =
            new TypeRef.IntegerRef(TypeRef.IntegerWidth.INT32, TypeRef.NumberLimits.NONE);
    static final TypeRef NUMBER =
            new TypeRef.NumberRef(TypeRef.NumberPrecision.FLOAT64, TypeRef.NumberLimits.NONE);
    static final TypeRef FLOAT =
            new TypeRef.NumberRef(TypeRef.NumberPrecision.FLOAT32, TypeRef.NumberLimits.NONE);
    static final TypeRef ANY = new TypeRef.JsonRef(Rule.ANYTHING);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Ir() {}

    static Protocol protocol(
            List<MessageDef> messages, List<TypeDef> types, SortedMap<String, Rule> rules) {
        return new Protocol(
                "hand",
                "1.0",
                "type",
                Optional.empty(),
                Optional.empty(),
                "f00d",
                messages,
                types,
                rules);
    }

    static MessageDef message(RecordDef record) {
        String tag = record.name().snakeCase();
        return new MessageDef(tag, record, Sender.BOTH, Optional.empty(), "f" + tag);
    }

    static RecordDef record(String name, FieldDef... fields) {
        return record(name, UnknownFields.IGNORED, fields);
    }

    static RecordDef record(String name, UnknownFields unknown, FieldDef... fields) {
        return new RecordDef(name(name), SOURCE, Doc.NONE, List.of(fields), unknown);
    }

    static RecordDef kept(String name, TypeRef others, String rule, FieldDef... fields) {
        return new RecordDef(
                name(name),
                SOURCE,
                Doc.NONE,
                List.of(fields),
                UnknownFields.KEPT,
                Optional.of(others),
                rule(rule));
    }

    static FieldDef required(String name, TypeRef type) {
        return field(name, type, FieldDef.Presence.REQUIRED, Optional.empty());
    }

    static FieldDef optional(String name, TypeRef type) {
        return field(name, type, FieldDef.Presence.OPTIONAL, Optional.empty());
    }

    static FieldDef defaulted(String name, TypeRef type, String json) {
        return field(name, type, FieldDef.Presence.OPTIONAL, Optional.of(literal(json)));
    }

    static TypeRef named(String name) {
        return new TypeRef.NamedRef(name(name));
    }

    static TypeRef list(TypeRef items) {
        return new TypeRef.ListRef(items, OptionalInt.empty(), OptionalInt.empty(), false);
    }

    static TypeRef set(TypeRef items) {
        return new TypeRef.ListRef(items, OptionalInt.empty(), OptionalInt.empty(), true);
    }

    static TypeRef map(TypeRef values) {
        return new TypeRef.MapRef(values, OptionalInt.empty(), OptionalInt.empty());
    }

    static TypeRef nullable(TypeRef type) {
        return new TypeRef.NullableRef(type);
    }

    static TypeRef constant(String json) {
        return new TypeRef.ConstRef(literal(json));
    }

    static TypeRef format(TextFormat format) {
        return new TypeRef.FormatRef(format);
    }

    static TypeRef packed(TypeRef.PackedKind kind) {
        return new TypeRef.PackedRef(kind);
    }

    static TypeRef json(String rule) {
        return new TypeRef.JsonRef(rule(rule));
    }

    static TypeRef checked(TypeRef type, String rule) {
        return new TypeRef.CheckedRef(type, rule(rule));
    }

    static EnumDef closed(String name, String... values) {
        return enumOf(name, Optional.empty(), values);
    }

    static EnumDef open(String name, TypeRef open, String... values) {
        return enumOf(name, Optional.of(open), values);
    }

    private static EnumDef enumOf(String name, Optional<TypeRef> open, String... values) {
        List<EnumValue> all = List.of(values).stream().map(Ir::literal).map(EnumValue::of).toList();
        return new EnumDef(name(name), SOURCE, Doc.NONE, all, open);
    }

    static TupleDef tuple(String name, TypeRef... items) {
        List<TupleDef.Item> all = new ArrayList<>();
        for (TypeRef item : items) {
            all.add(new TupleDef.Item("item_" + all.size(), SOURCE, Doc.NONE, item));
        }
        return new TupleDef(name(name), SOURCE, Doc.NONE, all);
    }

    /** A union; the members are its records unless they are given. */
    static UnionDef union(String name, String property, UnionDef.Case... cases) {
        List<TypeName> members =
                List.of(cases).stream().map(UnionDef.Case::record).distinct().toList();
        return new UnionDef(name(name), SOURCE, Doc.NONE, property, members, List.of(cases));
    }

    static UnionDef.Case one(String record, String... values) {
        return new UnionDef.Case(List.of(values).stream().map(Ir::literal).toList(), name(record));
    }

    static Rule rule(String json) {
        return new Rule(literal(json));
    }

    static Literal literal(String json) {
        return literal(MAPPER.readTree(json));
    }

    static TypeName name(String snakeCase) {
        return new TypeName(List.of(snakeCase.split("_")));
    }

    private static Literal literal(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> new Literal.StringLiteral(json.stringValue());
            case NUMBER -> new Literal.NumberLiteral(new BigDecimal(json.asString()));
            case BOOLEAN -> new Literal.BooleanLiteral(json.booleanValue());
            case ARRAY -> new Literal.ListLiteral(json.valueStream().map(Ir::literal).toList());
            case OBJECT -> {
                Map<String, Literal> members = new LinkedHashMap<>();
                json.properties().forEach(m -> members.put(m.getKey(), literal(m.getValue())));
                yield new Literal.ObjectLiteral(members);
            }
            default -> new Literal.NullLiteral();
        };
    }

    private static FieldDef field(
            String name, TypeRef type, FieldDef.Presence presence, Optional<Literal> value) {
        return new FieldDef(name, SOURCE, Doc.NONE, type, presence, value);
    }
}
