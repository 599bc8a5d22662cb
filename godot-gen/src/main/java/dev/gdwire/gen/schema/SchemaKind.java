package dev.gdwire.gen.schema;

import java.util.Set;

/** What a schema describes, with the keywords that have an effect there. */
public enum SchemaKind {
    /** {@code $ref}. */
    REFERENCE("$ref"),
    /** {@code anyOf} or {@code oneOf} of one schema and null. */
    NULLABLE("anyOf", "oneOf"),
    CONST("const", "type"),
    ENUM("enum", "type"),
    OBJECT("type", "properties", "required", "additionalProperties"),
    /** An object without {@code properties} whose members are all of one schema. */
    MAP("type", "additionalProperties", "minProperties", "maxProperties"),
    ARRAY("type", "items", "minItems", "maxItems", "uniqueItems"),
    STRING("type", "minLength", "maxLength", "pattern", "format", "contentEncoding"),
    INTEGER(
            "type",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "format"),
    NUMBER(
            "type",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "format"),
    BOOLEAN("type"),
    NULL("type");

    private final Set<String> keywords;

    SchemaKind(String... keywords) {
        this.keywords = Set.of(keywords);
    }

    /** Validating keywords that have an effect on such a schema. */
    public Set<String> keywords() {
        return keywords;
    }
}
