package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names of the properties of one class and of the functions about them, each of its own, in any
 * order of the properties.
 */
final class MemberNames {
    private final Map<String, String> names;
    private final Map<String, String> bares = new HashMap<>();
    private final Set<String> taken;
    private final Predicate<String> isClass;

    /**
     * Names for all fields of a class.
     *
     * @param isClass whether the class knows another by that name
     */
    MemberNames(List<FieldDef> fields, Predicate<String> isClass) {
        this.isClass = isClass;
        Map<String, FieldDef> all =
                fields.stream().collect(Collectors.toMap(FieldDef::wireName, field -> field));
        this.names =
                new NameAssignment(
                                text -> unlikeClasses(wanted(all.get(text))),
                                text -> second(all.get(text)))
                        .of(all.keySet());
        this.taken = new HashSet<>(names.values());
        fields.stream().sorted(Comparator.comparing(FieldDef::wireName)).forEach(this::addBare);
    }

    String name(FieldDef field) {
        return names.get(field.wireName());
    }

    /** The name from which those of the property's functions are made. */
    String bare(FieldDef field) {
        return bares.get(field.wireName());
    }

    /** A name that no member of the class has. */
    String fresh(String wanted) {
        return NameAssignment.numbered(wanted, taken);
    }

    private static String wanted(FieldDef field) {
        return isConstant(field)
                ? GdNames.constant(field.wireName())
                : GdNames.property(field.wireName());
    }

    private String second(FieldDef field) {
        String verbatim = isConstant(field) ? "" : GdNames.verbatim(field.wireName());
        return isClass.test(verbatim) ? "" : verbatim;
    }

    private String unlikeClasses(String name) {
        return isClass.test(name) ? unlikeClasses(name + "_") : name;
    }

    private static boolean isConstant(FieldDef field) {
        return GdField.State.of(field) == GdField.State.CONSTANT;
    }

    private void addBare(FieldDef field) {
        String name = names.get(field.wireName());
        String snake = GdNames.snakeCase(field.wireName());
        String start = name.equals(GdNames.property(field.wireName())) ? snake : name;
        String bare = start;
        for (int number = 2; !areFree(functions(field, bare)); number++) {
            bare = start + "_" + number;
        }
        taken.addAll(functions(field, bare));
        bares.put(field.wireName(), bare);
    }

    private boolean areFree(List<String> functions) {
        return functions.stream()
                .noneMatch(name -> taken.contains(name) || GdNames.isTakenMember(name));
    }

    private static List<String> functions(FieldDef field, String bare) {
        List<String> all = new ArrayList<>();
        GdField.State state = GdField.State.of(field);
        if (state.isOptional()) {
            all.addAll(List.of(has(bare), clear(bare), hasFlag(bare)));
        }
        if (state.isNullable()) {
            all.addAll(List.of(isNull(bare), setNull(bare), nullFlag(bare)));
        }
        int levels = Items.levels(withoutNull(field.type()));
        for (int level = 0; level <= levels; level++) {
            String place = place(bare) + "_item".repeat(level);
            all.addAll(List.of(pattern(place), rule(place), "_check" + place, "_limit" + place));
        }
        return all;
    }

    private static TypeRef withoutNull(TypeRef type) {
        return type instanceof TypeRef.NullableRef outer ? outer.type() : type;
    }

    static String has(String bare) {
        return GdNames.memberOfObject("has_" + bare);
    }

    static String clear(String bare) {
        return "clear_" + bare;
    }

    static String isNull(String bare) {
        return "is_" + bare + "_null";
    }

    static String setNull(String bare) {
        return "set_" + bare + "_null";
    }

    static String hasFlag(String bare) {
        return "_has_" + bare;
    }

    static String nullFlag(String bare) {
        return "_" + bare + "_is_null";
    }

    /** What the names of private members about a property end in. */
    static String place(String bare) {
        return "_" + bare;
    }

    /** The variable with a compiled pattern. */
    static String pattern(String place) {
        return "_pattern" + place;
    }

    /** The constant with a rule. */
    static String rule(String place) {
        return "_RULE" + place.toUpperCase(Locale.ROOT);
    }
}
