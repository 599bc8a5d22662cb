package dev.gdwire.gen.ir;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where schemas stand inside of a rule: all else in it is names and constants. */
public final class SubSchemas {
    /** Keywords whose value is a schema. */
    public static final Set<String> ONE =
            Set.of(
                    "items",
                    "contains",
                    "additionalProperties",
                    "propertyNames",
                    "not",
                    "if",
                    "then",
                    "else");

    /** Keywords whose value is an object of schemas. */
    public static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "dependentSchemas");

    /** Keywords whose value is an array of schemas. */
    public static final Set<String> LISTS = Set.of("prefixItems", "allOf", "anyOf", "oneOf");

    private SubSchemas() {}

    /** The schemas directly inside of one. */
    static Stream<Literal> of(Literal schema) {
        return schema instanceof Literal.ObjectLiteral object
                ? object.members().entrySet().stream().flatMap(SubSchemas::of)
                : Stream.empty();
    }

    private static Stream<Literal> of(Map.Entry<String, Literal> member) {
        String keyword = member.getKey();
        if (NAMED.contains(keyword)) {
            return ((Literal.ObjectLiteral) member.getValue()).members().values().stream();
        }
        if (LISTS.contains(keyword)) {
            return ((Literal.ListLiteral) member.getValue()).items().stream();
        }
        return ONE.contains(keyword) ? Stream.of(member.getValue()) : Stream.empty();
    }
}
