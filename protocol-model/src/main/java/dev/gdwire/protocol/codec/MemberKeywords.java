package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keywords that speak of objects. */
final class MemberKeywords {
    /** Of two members with faults the one of the smaller name counts, as in Godot. */
    private static final Comparator<String> BY_CODE_POINTS = MemberKeywords::compareCodePoints;

    private MemberKeywords() {}

    static Constraint minProperties(long limit) {
        return object(
                members ->
                        members.size() >= limit
                                ? null
                                : Words.tooFew(members.size(), limit, "members"));
    }

    static Constraint maxProperties(long limit) {
        return object(
                members ->
                        members.size() <= limit
                                ? null
                                : Words.tooMany(members.size(), limit, "members"));
    }

    static Constraint required(List<String> names) {
        return object(members -> missing(members, names, "a value"));
    }

    static Constraint dependentRequired(Map<String, List<String>> namesByMember) {
        return object(
                members ->
                        first(
                                namesByMember,
                                (name, others) ->
                                        members.containsKey(name)
                                                ? missing(members, others, beside(name))
                                                : null));
    }

    static Constraint properties(Map<String, Constraint> schemas) {
        return object(
                members ->
                        first(
                                schemas,
                                (name, schema) -> {
                                    JsonValue value = members.get(name);
                                    return value == null ? null : member(name, value, schema);
                                }));
    }

    static Constraint patternProperties(Map<TextPattern, Constraint> schemas) {
        return object(
                members ->
                        first(
                                schemas,
                                (pattern, schema) ->
                                        leastName(
                                                members,
                                                (name, value) ->
                                                        pattern.isFoundIn(name)
                                                                ? member(name, value, schema)
                                                                : null)));
    }

    /** Members without a schema of their own. */
    static Constraint others(Set<String> names, Set<TextPattern> patterns, Constraint schema) {
        return object(
                members ->
                        leastName(
                                members,
                                (name, value) ->
                                        names.contains(name) || isFound(patterns, name)
                                                ? null
                                                : member(name, value, schema)));
    }

    static Constraint names(Constraint schema) {
        return object(
                members ->
                        leastName(
                                members,
                                (name, value) -> {
                                    Fault fault = schema.fault(JsonValue.of(name));
                                    return fault == null
                                            ? null
                                            : Fault.of(
                                                            "a name: " + fault.expected(),
                                                            fault.actual())
                                                    .inside(Words.member(name));
                                }));
    }

    static Constraint dependentSchemas(Map<String, Constraint> schemas) {
        return value ->
                value.isObject()
                        ? first(
                                schemas,
                                (name, schema) ->
                                        value.members().containsKey(name)
                                                ? schema.fault(value)
                                                : null)
                        : null;
    }

    /** Says what is wrong with a member, or a name and what belongs to it; null if nothing is. */
    private interface Check<K, V> {
        @Nullable Fault fault(K name, V value);
    }

    private static Constraint object(Function<Map<String, JsonValue>, @Nullable Fault> check) {
        return value -> value.isObject() ? check.apply(value.members()) : null;
    }

    private static @Nullable Fault missing(
            Map<String, JsonValue> members, List<String> names, String expected) {
        for (String name : names) {
            if (!members.containsKey(name)) {
                return Fault.of(expected, "nothing").inside(Words.member(name));
            }
        }
        return null;
    }

    private static String beside(String name) {
        return "a value beside " + JsonText.quote(name);
    }

    private static @Nullable Fault member(String name, JsonValue value, Constraint schema) {
        Fault fault = schema.fault(value);
        return fault == null ? null : fault.inside(Words.member(name));
    }

    private static boolean isFound(Set<TextPattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.isFoundIn(name));
    }

    private static <K, V> @Nullable Fault first(Map<K, V> all, Check<K, V> check) {
        for (Map.Entry<K, V> each : all.entrySet()) {
            Fault fault = check.fault(each.getKey(), each.getValue());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable Fault leastName(
            Map<String, JsonValue> members, Check<String, JsonValue> check) {
        String least = null;
        Fault its = null;
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            String name = member.getKey();
            if (least == null || BY_CODE_POINTS.compare(name, least) < 0) {
                Fault fault = check.fault(name, member.getValue());
                if (fault != null) {
                    least = name;
                    its = fault;
                }
            }
        }
        return its;
    }

    private static int compareCodePoints(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(codePoint(one, i), codePoint(other, i));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Two texts that differ in the second half of a code point share the first. */
    private static int codePoint(String text, int index) {
        boolean second = Character.isLowSurrogate(text.charAt(index));
        return text.codePointAt(second && index > 0 ? index - 1 : index);
    }
}
