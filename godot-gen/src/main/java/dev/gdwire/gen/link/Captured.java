package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What jsonschema2pojo's rules found a plain schema to be. Schemas are known by identity. */
sealed interface Captured {
    /** A {@code $ref} to a type of the set. */
    record Reference(String reference) implements Captured {}

    /** A {@code $ref} to a native type. */
    record NativeReference(String uri) implements Captured {}

    /** A schema or null. */
    record Nullable(ObjectNode schema) implements Captured {}

    /**
     * An object with declared properties, perhaps none.
     *
     * @param required names of those that must be there
     */
    record ObjectType(List<CapturedProperty> properties, Set<String> required) implements Captured {
        public ObjectType {
            properties = List.copyOf(properties);
            required = Set.copyOf(required);
        }
    }

    /** An object whose members are all of one schema. */
    record MapType(ObjectNode values) implements Captured {}

    /** An array. */
    record ArrayType(ObjectNode items) implements Captured {}

    /** An array with a schema for each item. */
    record TupleType(List<ObjectNode> items) implements Captured {
        public TupleType {
            items = List.copyOf(items);
        }
    }

    /** A list of values. */
    record EnumType() implements Captured {}

    /** A list of values, and all others of a type. */
    record OpenEnumType(ObjectNode others) implements Captured {}

    /** One of several objects. */
    record UnionType(String property) implements Captured {}

    /** What jsonschema2pojo has no type for: any JSON value. */
    record AnyType() implements Captured {}

    /**
     * A string, number, boolean, null or constant.
     *
     * @param javaType what jsonschema2pojo makes of it, such as {@code java.lang.Long}
     */
    record ScalarType(String javaType) implements Captured {}
}
