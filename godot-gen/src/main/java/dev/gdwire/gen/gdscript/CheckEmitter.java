package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.pattern.PortablePattern;
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
            String pattern = GdText.quoted(PortablePattern.ofChecked(string.pattern().get()));
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
            items(field.type(), "_" + field.bare() + "_item");
        }
    }

    private void items(TypeRef type, String place) {
        if (shapes.needsItemCheck(type)) {
            shapeOfItem(Items.withNull(type).orElseThrow(), place);
        }
        Items.of(type)
                .ifPresent(
                        item -> {
                            if (Limits.has(item)) {
                                limitsOfItem(Items.withNull(type).orElseThrow(), place);
                            }
                            items(item, place + "_item");
                        });
    }

    private void shapeOfItem(TypeRef item, String place) {
        String key = locals.name("key");
        String value = locals.name("value");
        TypeRef type = openItem("_check" + place, item);
        List<String> statements = shapes.statements(type, key, locals.name("item"), place);
        String wrongType = shapes.wrongType(type, key, value);
        if (statements.isEmpty()) {
            out.line(wrongType).close();
            return;
        }
        out.open("if " + wrongType + ":").line("return").close();
        closeItem(type, statements);
    }

    private void limitsOfItem(TypeRef item, String place) {
        TypeRef type = openItem("_limit" + place, item);
        closeItem(type, limits.statements(type, locals.name("key"), locals.name("item"), place));
    }

    private TypeRef openItem(String function, TypeRef item) {
        String value = locals.name("value");
        List<String> parameters =
                List.of(
                        checks + ": GdwireChecks",
                        locals.name("key") + ": Variant",
                        value + ": Variant");
        out.signature(List.of(), "static func " + function + "(", parameters, ") -> void:");
        if (item instanceof TypeRef.NullableRef nullable) {
            out.open("if " + value + " == null:").line("return").close();
            return nullable.type();
        }
        return item;
    }

    private void closeItem(TypeRef type, List<String> statements) {
        String name = types.isTypedArray(type) ? "Array" : types.name(type);
        out.line("var " + locals.name("item") + ": " + name + " = " + locals.name("value"));
        out.lines(statements).close();
    }
}
