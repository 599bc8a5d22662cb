package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.FieldDef.Presence;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberLimits;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import dev.gdwire.gen.ir.TypeRef.PackedKind;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Short words for IR made by hand. */
final class Ir {
    static final TypeRef BOOLEAN = new TypeRef.BooleanRef();
    static final TypeRef INTEGER = new TypeRef.IntegerRef(IntegerWidth.INT53, NumberLimits.NONE);
    static final TypeRef INT32 = new TypeRef.IntegerRef(IntegerWidth.INT32, NumberLimits.NONE);
    static final TypeRef INT64 = new TypeRef.Int64StringRef();
    static final TypeRef NUMBER = new TypeRef.NumberRef(NumberPrecision.FLOAT64, NumberLimits.NONE);
    static final TypeRef FLOAT = new TypeRef.NumberRef(NumberPrecision.FLOAT32, NumberLimits.NONE);
    static final TypeRef STRING =
            new TypeRef.StringRef(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    private Ir() {}

    static FieldDef required(String name, TypeRef type) {
        return field(name, type, Presence.REQUIRED, Optional.empty());
    }

    static FieldDef optional(String name, TypeRef type) {
        return field(name, type, Presence.OPTIONAL, Optional.empty());
    }

    static FieldDef withDefault(String name, TypeRef type, Literal value) {
        return field(name, type, Presence.OPTIONAL, Optional.of(value));
    }

    private static FieldDef field(
            String name, TypeRef type, Presence presence, Optional<Literal> value) {
        return new FieldDef(name, source(name), doc("The " + name + "."), type, presence, value);
    }

    static FieldDef documented(FieldDef field, String description) {
        return new FieldDef(
                field.wireName(),
                field.source(),
                doc(description),
                field.type(),
                field.presence(),
                field.defaultValue());
    }

    static TypeRef integer(IntegerWidth width, Integer minimum, Integer maximum) {
        return new TypeRef.IntegerRef(width, limits(minimum, maximum));
    }

    static TypeRef number(Integer minimum, Integer maximum) {
        return new TypeRef.NumberRef(NumberPrecision.FLOAT64, limits(minimum, maximum));
    }

    static TypeRef between(String above, String below, String factor) {
        return new TypeRef.NumberRef(
                NumberPrecision.FLOAT64,
                new NumberLimits(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal(above)),
                        Optional.of(new BigDecimal(below)),
                        Optional.of(new BigDecimal(factor))));
    }

    private static NumberLimits limits(Integer minimum, Integer maximum) {
        return new NumberLimits(
                Optional.ofNullable(minimum).map(BigDecimal::valueOf),
                Optional.ofNullable(maximum).map(BigDecimal::valueOf),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static TypeRef text(int minLength, int maxLength) {
        return new TypeRef.StringRef(
                OptionalInt.of(minLength), OptionalInt.of(maxLength), Optional.empty());
    }

    static TypeRef pattern(String pattern) {
        return new TypeRef.StringRef(
                OptionalInt.empty(), OptionalInt.empty(), Optional.of(pattern));
    }

    static TypeRef list(TypeRef items) {
        return new TypeRef.ListRef(items, OptionalInt.empty(), OptionalInt.empty(), false);
    }

    static TypeRef list(TypeRef items, int minItems, int maxItems) {
        return new TypeRef.ListRef(
                items, OptionalInt.of(minItems), OptionalInt.of(maxItems), false);
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

    static TypeRef named(String... words) {
        return new TypeRef.NamedRef(new TypeName(List.of(words)));
    }

    static TypeRef godot(NativeType type) {
        return new TypeRef.NativeRef(type);
    }

    static TypeRef constant(Literal value) {
        return new TypeRef.ConstRef(value);
    }

    static Literal literal(String value) {
        return new Literal.StringLiteral(value);
    }

    static Literal literal(double value) {
        return new Literal.NumberLiteral(BigDecimal.valueOf(value));
    }

    static TypeRef format(TextFormat format) {
        return new TypeRef.FormatRef(format);
    }

    static TypeRef packed(PackedKind kind) {
        return new TypeRef.PackedRef(kind);
    }

    static TypeRef json(Rule rule) {
        return new TypeRef.JsonRef(rule);
    }

    static TypeRef checked(TypeRef type, Rule rule) {
        return new TypeRef.CheckedRef(type, rule);
    }

    /** A rule of keywords and their values, each in turn. */
    static Rule rule(Object... keywordsAndValues) {
        return new Rule(object(keywordsAndValues));
    }

    static Literal object(Object... namesAndValues) {
        Map<String, Literal> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], literal(namesAndValues[i + 1]));
        }
        return new Literal.ObjectLiteral(members);
    }

    static Literal array(Object... items) {
        return new Literal.ListLiteral(Arrays.stream(items).map(Ir::literal).toList());
    }

    private static Literal literal(Object value) {
        if (value instanceof Literal literal) {
            return literal;
        } else if (value instanceof String text) {
            return literal(text);
        } else if (value instanceof Boolean flag) {
            return new Literal.BooleanLiteral(flag);
        }
        return literal(((Number) value).doubleValue());
    }

    static EnumValue value(Object value) {
        return EnumValue.of(literal(value));
    }

    static EnumValue value(Object value, String description, String name) {
        return new EnumValue(literal(value), doc(description), Optional.of(name));
    }

    static EnumDef scalars(String name, EnumValue... values) {
        return new EnumDef(
                typeName(name),
                source(name),
                doc("A " + name + "."),
                List.of(values),
                Optional.empty());
    }

    static EnumDef open(EnumDef closed, TypeRef others) {
        return new EnumDef(
                closed.name(), closed.source(), closed.doc(), closed.values(), Optional.of(others));
    }

    /** A union of records, each told by one value. */
    static UnionDef union(String name, String property, Object... valuesAndRecords) {
        List<UnionDef.Case> cases = new ArrayList<>();
        for (int i = 0; i < valuesAndRecords.length; i += 2) {
            TypeName record = typeName((String) valuesAndRecords[i + 1]);
            cases.add(new UnionDef.Case(List.of(literal(valuesAndRecords[i])), record));
        }
        List<TypeName> members = cases.stream().map(UnionDef.Case::record).distinct().toList();
        return new UnionDef(
                typeName(name), source(name), doc("A " + name + "."), property, members, cases);
    }

    static TupleDef tuple(String name, FieldDef... items) {
        List<TupleDef.Item> all =
                Arrays.stream(items)
                        .map(f -> new TupleDef.Item(f.wireName(), f.source(), f.doc(), f.type()))
                        .toList();
        return new TupleDef(typeName(name), source(name), doc("A " + name + "."), all);
    }

    static RecordDef keeping(RecordDef record, TypeRef others, Rule rule) {
        return new RecordDef(
                record.name(),
                record.source(),
                record.doc(),
                record.fields(),
                UnknownFields.KEPT,
                Optional.of(others),
                rule);
    }

    static RecordDef record(String name, String description, FieldDef... fields) {
        return record(name, description, UnknownFields.IGNORED, fields);
    }

    static RecordDef record(
            String name, String description, UnknownFields unknown, FieldDef... fields) {
        return new RecordDef(
                typeName(name), source(name), doc(description), List.of(fields), unknown);
    }

    static EnumDef enumeration(String name, String... values) {
        return EnumDef.ofTexts(
                typeName(name), source(name), doc("A " + name + "."), List.of(values));
    }

    static MessageDef message(RecordDef record, Sender sender) {
        return message(record, sender, Optional.empty());
    }

    static MessageDef request(RecordDef record, String reply) {
        return message(record, Sender.JAVA, Optional.of(reply));
    }

    private static MessageDef message(RecordDef record, Sender sender, Optional<String> reply) {
        String tag = record.name().snakeCase();
        return new MessageDef(tag, record, sender, reply, "digest-of-" + tag);
    }

    private static TypeName typeName(String snakeCase) {
        return new TypeName(List.of(snakeCase.split("_")));
    }

    private static Source source(String name) {
        return new Source(name + ".schema.json", "", 1, 1);
    }

    private static Doc doc(String description) {
        return new Doc(Optional.empty(), Optional.of(description), false);
    }
}
