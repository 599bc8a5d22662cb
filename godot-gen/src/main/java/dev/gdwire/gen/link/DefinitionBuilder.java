package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.FieldDef.Presence;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.UnknownFields;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the definitions of named types of what the rules captured. */
final class DefinitionBuilder {
    private final SchemaSet set;
    private final Captures captures;
    private final TypeNames names;
    private final TypeBuilder types;

    DefinitionBuilder(SchemaSet set, Captures captures, TypeNames names, TypeBuilder types) {
        this.set = set;
        this.captures = captures;
        this.names = names;
        this.types = types;
    }

    /** The enum at a place. */
    EnumDef enumeration(Location location) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : location.node().get("enum")) {
            if (!value.isNull()) {
                values.add(value.textValue());
            }
        }
        return EnumDef.ofTexts(
                names.of(location.node()), location.source(), doc(location.node()), values);
    }

    /** The record at a place. */
    RecordDef record(Location location) {
        ObjectNode node = location.node();
        Captured.ObjectType object = (Captured.ObjectType) captures.get(node);
        List<FieldDef> fields = new ArrayList<>();
        for (CapturedProperty property : object.properties()) {
            boolean required = object.required().contains(property.name());
            fields.add(field(property, required ? Presence.REQUIRED : Presence.OPTIONAL));
        }
        JsonNode additional = node.path("additionalProperties");
        boolean refused = additional.isBoolean() && !additional.booleanValue();
        return new RecordDef(
                names.of(node),
                location.source(),
                doc(node),
                fields,
                refused ? UnknownFields.REFUSED : UnknownFields.IGNORED);
    }

    private FieldDef field(CapturedProperty property, Presence presence) {
        ObjectNode schema = property.schema();
        Optional<Literal> defaultValue =
                presence == Presence.REQUIRED
                        ? Optional.empty()
                        : keyword(schema, "default").map(Literals::of);
        return new FieldDef(
                property.name(),
                set.location(schema).orElseThrow().source(),
                fieldDoc(schema),
                types.type(schema),
                presence,
                defaultValue);
    }

    /** The words at the place of use, else those of the type that is referred to. */
    private Doc fieldDoc(ObjectNode schema) {
        return new Doc(
                keyword(schema, "title").map(JsonNode::textValue),
                keyword(schema, "description").map(JsonNode::textValue),
                keyword(schema, "deprecated").map(JsonNode::booleanValue).orElse(false));
    }

    /** A keyword of a schema, else of what it refers to. */
    private Optional<JsonNode> keyword(ObjectNode schema, String keyword) {
        ObjectNode current = schema;
        while (!current.has(keyword)) {
            if (!(captures.get(current) instanceof Captured.Reference reference)) {
                return Optional.empty();
            }
            current = reference.target();
        }
        return Optional.of(current.get(keyword));
    }

    static Doc doc(ObjectNode schema) {
        return new Doc(
                Optional.ofNullable(schema.get("title")).map(JsonNode::textValue),
                Optional.ofNullable(schema.get("description")).map(JsonNode::textValue),
                schema.path("deprecated").asBoolean());
    }
}
