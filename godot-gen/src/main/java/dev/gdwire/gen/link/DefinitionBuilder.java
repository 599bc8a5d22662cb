package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.FieldDef.Presence;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.ir.UnknownFields;
import dev.gdwire.gen.merge.JsonLiterals;
import dev.gdwire.gen.merge.PlainSet;
import dev.gdwire.gen.merge.PlainType;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the definitions of named types of what the rules captured. */
final class DefinitionBuilder {
    private final PlainSet plain;
    private final Captures captures;
    private final TypeNames names;
    private final TypeBuilder types;
    private final Documentation documentation;
    private final Problems problems;

    DefinitionBuilder(
            PlainSet plain,
            Captures captures,
            TypeNames names,
            Documentation documentation,
            Problems problems) {
        this.plain = plain;
        this.captures = captures;
        this.names = names;
        this.types = new TypeBuilder(plain, captures, names);
        this.documentation = documentation;
        this.problems = problems;
    }

    /** The definition of a type. */
    TypeDef definition(PlainType type) {
        Captured captured = captures.get(type.node());
        if (captured instanceof Captured.EnumType) {
            return enumeration(type, Optional.empty());
        }
        if (captured instanceof Captured.OpenEnumType open) {
            return enumeration(type, Optional.of(types.type(open.others())));
        }
        if (captured instanceof Captured.UnionType union) {
            return union(type, union);
        }
        return captured instanceof Captured.TupleType tuple ? tuple(type, tuple) : record(type);
    }

    private EnumDef enumeration(PlainType type, Optional<TypeRef> open) {
        List<EnumValue> values = new ArrayList<>();
        for (PlainType.Value value : type.values()) {
            boolean own = value.schema().keywords().has("const");
            values.add(
                    new EnumValue(
                            value.literal(),
                            own ? Documentation.own(value.schema()) : Doc.NONE,
                            own ? Gdwire.name(value.schema().node()) : Optional.empty()));
        }
        return new EnumDef(name(type), source(type), documentation.of(type.home()), values, open);
    }

    private UnionDef union(PlainType type, Captured.UnionType union) {
        List<TypeName> members = new ArrayList<>();
        for (PlainType.Branch branch : type.branches()) {
            members.add(names.of(branch.reference()));
        }
        return new UnionDef(
                name(type),
                source(type),
                documentation.of(type.home()),
                union.property(),
                members.stream().distinct().toList(),
                cases(type));
    }

    /** Unions inside are taken apart: their records are cases of this one. */
    private List<UnionDef.Case> cases(PlainType type) {
        List<UnionDef.Case> cases = new ArrayList<>();
        for (PlainType.Branch branch : type.branches()) {
            PlainType inner = plain.type(branch.reference()).orElseThrow();
            if (captures.get(inner.node()) instanceof Captured.UnionType) {
                cases.addAll(cases(inner));
            } else {
                cases.add(new UnionDef.Case(branch.values(), name(inner)));
            }
        }
        return cases;
    }

    private TupleDef tuple(PlainType type, Captured.TupleType tuple) {
        List<TupleDef.Item> items = new ArrayList<>();
        List<String> labels = TupleLabels.of(plain, tuple.items());
        for (int i = 0; i < tuple.items().size(); i++) {
            ObjectNode item = tuple.items().get(i);
            List<Location> sources = plain.schema(item).sources();
            items.add(
                    new TupleDef.Item(
                            labels.get(i),
                            source(sources, type),
                            documentation.ofUse(sources),
                            types.inside(item)));
        }
        return new TupleDef(
                name(type), source(type), documentation.of(type.home()), items, type.rule());
    }

    private RecordDef record(PlainType type) {
        Captured.ObjectType object = (Captured.ObjectType) captures.get(type.node());
        List<FieldDef> fields = new ArrayList<>();
        for (CapturedProperty property : object.properties()) {
            boolean required = object.required().contains(property.name());
            fields.add(field(type, property, required ? Presence.REQUIRED : Presence.OPTIONAL));
        }
        if (type.node().has("x-wide")) {
            wide(type, type.node().get("x-wide").asInt());
        }
        JsonNode others = type.node().path("additionalProperties");
        UnknownFields unknown = UnknownFields.IGNORED;
        Optional<TypeRef> kept = Optional.empty();
        if (others.isBoolean()) {
            unknown = UnknownFields.REFUSED;
        } else if (others instanceof ObjectNode schema) {
            unknown = UnknownFields.KEPT;
            kept = Optional.of(types.inside(schema));
        } else if (type.node().has("x-keeps")) {
            unknown = UnknownFields.KEPT;
            kept = Optional.of(new TypeRef.JsonRef(Rule.ANYTHING));
        }
        return new RecordDef(
                name(type),
                source(type),
                documentation.of(type.home()),
                fields,
                unknown,
                kept,
                type.rule());
    }

    private FieldDef field(PlainType owner, CapturedProperty property, Presence presence) {
        List<Location> sources = plain.schema(property.schema()).sources();
        if (sources.isEmpty()) {
            undeclared(owner, property);
        }
        Optional<Literal> defaultValue =
                presence == Presence.REQUIRED
                        ? Optional.empty()
                        : documentation.keyword(sources, "default").map(JsonLiterals::of);
        return new FieldDef(
                property.name(),
                source(sources, owner),
                documentation.ofUse(sources),
                presence == Presence.REQUIRED
                        ? types.type(property.schema())
                        : types.inside(property.schema()),
                presence,
                defaultValue);
    }

    private void wide(PlainType type, int rest) {
        problems.warning(
                ProblemId.WIDE_OBJECT,
                type.home().place(),
                "the object has "
                        + rest
                        + " properties more than a Java record has room for; they are members of"
                        + " \"additional\"",
                "put some of them into an object of their own");
    }

    /** It can be any value; but most often the name is misspelt. */
    private void undeclared(PlainType owner, CapturedProperty property) {
        Location home = owner.home();
        JsonNode required = home.node().path("required");
        int index = 0;
        while (index < required.size() && !required.get(index).asText().equals(property.name())) {
            index++;
        }
        problems.warning(
                ProblemId.UNDECLARED_REQUIRED,
                index < required.size()
                        ? home.file().value(required, Integer.toString(index))
                        : home.place(),
                "the required property \"" + property.name() + "\" is not declared",
                "declare it in \"properties\"; as it is, any value is valid");
    }

    private TypeName name(PlainType type) {
        return names.of(type.reference());
    }

    private static Source source(PlainType type) {
        return type.home().source();
    }

    private static Source source(List<Location> sources, PlainType otherwise) {
        return sources.isEmpty() ? source(otherwise) : sources.get(sources.size() - 1).source();
    }
}
