package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code check} and what it calls: for values that a program has set. */
final class CheckEmitter {
    private final GdClass owner;
    private final GdTypes types;
    private final GdWriter out;
    private final Locals locals;
    private final String checks;
    private final Shapes shapes;
    private final Limits limits;

    CheckEmitter(GdClass owner, GdWriter out) {
        this.owner = owner;
        this.types = owner.types();
        this.out = out;
        this.locals = owner.locals();
        this.checks = locals.name("checks");
        this.shapes = new Shapes(owner, checks);
        this.limits = new Limits(owner.values(), checks);
    }

    boolean hasLimits() {
        return owner.properties().stream().anyMatch(field -> !limits(field).isEmpty());
    }

    boolean hasAny() {
        return hasLimits() || owner.properties().stream().anyMatch(f -> !shape(f).isEmpty());
    }

    private List<String> limits(GdField field) {
        return limits.statements(field.type(), field.key(), field.name(), "_" + field.bare());
    }

    private List<String> shape(GdField field) {
        return shapes.statements(field.type(), field.key(), field.name(), "_" + field.bare());
    }

    void check() {
        if (!hasAny()) {
            return;
        }
        out.function(List.of(), "func check(" + checks + ": GdwireChecks) -> void:");
        owner.properties().forEach(field -> guarded(field, shape(field)));
        if (hasLimits()) {
            out.line("_check_limits(" + checks + ")");
        }
        out.close();
    }

    void checkLimits() {
        if (!hasLimits()) {
            return;
        }
        out.function(List.of(), "func _check_limits(" + checks + ": GdwireChecks) -> void:");
        owner.properties().forEach(field -> guarded(field, limits(field)));
        out.close();
    }

    private void guarded(GdField field, List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        String condition = field.condition();
        if (condition.isEmpty()) {
            out.lines(statements);
        } else {
            out.open("if " + condition + ":").lines(statements).close();
        }
    }

    /** The regular expressions, compiled once. */
    void patterns() {
        owner.properties().forEach(field -> patterns(field.type(), "_" + field.bare()));
    }

    private void patterns(TypeRef type, String place) {
        if (type instanceof TypeRef.StringRef string && string.pattern().isPresent()) {
            String pattern = GdText.quoted(EcmaPattern.forGodot(string.pattern().get()));
            out.line(
                    "static var _pattern"
                            + place
                            + ": RegEx = RegEx.create_from_string("
                            + pattern
                            + ")");
        }
        Items.of(type).ifPresent(item -> patterns(item, place + "_item"));
    }

    /** Functions that check items one by one. */
    void items() {
        for (GdField field : owner.properties()) {
            items(field.type(), "_" + field.bare());
        }
    }

    private void items(TypeRef type, String place) {
        Items.withNull(type)
                .ifPresent(
                        item -> {
                            if (shapes.needsItemCheck(type)) {
                                item(item, place + "_item");
                            }
                            items(
                                    item instanceof TypeRef.NullableRef outer ? outer.type() : item,
                                    place + "_item");
                        });
    }

    private void item(TypeRef item, String place) {
        String key = locals.name("key");
        String value = locals.name("value");
        String typed = locals.name("item");
        List<String> parameters = new ArrayList<>();
        parameters.add(checks + ": GdwireChecks");
        parameters.add(key + ": Variant");
        parameters.add(value + ": Variant");
        out.signature(List.of(), "static func _check" + place + "(", parameters, ") -> void:");
        TypeRef type = item;
        if (item instanceof TypeRef.NullableRef nullable) {
            type = nullable.type();
            out.open("if " + value + " == null:").line("return").close();
        }
        List<String> statements = new ArrayList<>(shapes.statements(type, key, typed, place));
        statements.addAll(limits.statements(type, key, typed, place));
        String wrongType = shapes.wrongType(type, key, value);
        if (statements.isEmpty()) {
            out.line(wrongType).close();
            return;
        }
        out.open("if " + wrongType + ":").line("return").close();
        String name = types.isTypedArray(type) ? "Array" : types.name(type);
        out.line("var " + typed + ": " + name + " = " + value).lines(statements).close();
    }
}
