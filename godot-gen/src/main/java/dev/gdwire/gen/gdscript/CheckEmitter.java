package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
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
    private final Shapes itemShapes;
    private final Limits limits;
    private final boolean isMessage;

    CheckEmitter(GdClass owner, GdWriter out) {
        this.owner = owner;
        this.types = owner.types();
        this.out = out;
        this.locals = owner.locals();
        this.checks = locals.name("checks");
        this.shapes = new Shapes(owner, checks, Shapes.Holder.PROPERTY);
        this.itemShapes = new Shapes(owner, checks, Shapes.Holder.CONTAINER);
        this.limits = new Limits(owner.values(), checks);
        this.isMessage = owner.types().protocol().isMessage(owner.def().name());
    }

    boolean hasLimits() {
        return !owner.rule().isAnything()
                || owner.allProperties().stream().anyMatch(field -> !limits(field).isEmpty());
    }

    boolean hasAny() {
        return hasLimits() || owner.allProperties().stream().anyMatch(f -> !shape(f).isEmpty());
    }

    private List<String> limits(GdField field) {
        String place = MemberNames.place(field.bare());
        return limits.statements(field.checkedType(), field.key(), field.name(), place);
    }

    private List<String> shape(GdField field) {
        String place = MemberNames.place(field.bare());
        return shapes.statements(field.type(), field.key(), field.name(), place);
    }

    void check() {
        if (!hasAny()) {
            return;
        }
        out.function(List.of(), "func check(" + checks + ": GdwireChecks) -> void:");
        owner.properties().forEach(field -> guarded(field, shape(field)));
        owner.additional().ifPresent(this::others);
        if (hasLimits()) {
            out.open("if not " + checks + ".found():");
            out.line("_check_limits(" + checks + ")").close();
        }
        out.close();
    }

    void checkLimits() {
        if (!hasLimits()) {
            return;
        }
        out.function(List.of(), "func _check_limits(" + checks + ": GdwireChecks) -> void:");
        owner.allProperties().forEach(field -> guarded(field, limits(field)));
        if (!owner.rule().isAnything()) {
            String json = owner.isTuple() ? "to_array()" : "to_dict()";
            out.line(limits.fits("null", json, owner.rule(), "_RULE"));
        }
        out.close();
    }

    private void others(GdField additional) {
        out.line(checks + ".others(" + additional.name() + ", _FIELDS)");
        if (isMessage) {
            out.line(checks + ".others(" + additional.name() + ", _RESERVED)");
        }
        out.lines(shape(additional));
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
        owner.allProperties().forEach(f -> patterns(f.checkedType(), MemberNames.place(f.bare())));
    }

    /** Whether the class has rules or patterns. */
    boolean hasConstants() {
        GdWriter probe = new GdWriter();
        CheckEmitter same = new CheckEmitter(owner, probe);
        same.rules();
        same.patterns();
        return !probe.toString().isEmpty();
    }

    /** The line with a regular expression. */
    static String pattern(String pattern, String place) {
        String portable = GdText.quoted(PortablePattern.ofChecked(pattern));
        String variable = "static var " + MemberNames.pattern(place) + ": RegEx = ";
        return variable + "RegEx.create_from_string(" + portable + ")";
    }

    /** The rules that stand in the class. */
    void rules() {
        owner.allProperties().forEach(f -> rules(f.checkedType(), MemberNames.place(f.bare())));
        rule(owner.rule(), "_RULE");
    }

    private void rules(TypeRef type, String place) {
        rule(Limits.rule(type), MemberNames.rule(place));
        Items.of(type).ifPresent(item -> rules(item, place + "_item"));
    }

    private void rule(Rule rule, String constant) {
        if (rule.schema() instanceof Literal.ObjectLiteral schema) {
            out.literal("const " + constant + ": Dictionary = ", schema, "");
        }
    }

    private void patterns(TypeRef checked, String place) {
        TypeRef type = checked instanceof TypeRef.CheckedRef outer ? outer.type() : checked;
        if (type instanceof TypeRef.StringRef string) {
            string.pattern().ifPresent(pattern -> out.line(pattern(pattern, place)));
        }
        Items.of(type).ifPresent(item -> patterns(item, place + "_item"));
    }

    /** Functions that check items one by one. */
    void items() {
        for (GdField field : owner.allProperties()) {
            items(shapes, field.checkedType(), MemberNames.place(field.bare()) + "_item");
        }
    }

    private void items(Shapes holder, TypeRef type, String place) {
        TypeRef stripped = Checked.strip(type);
        if (holder.needsItemCheck(stripped)) {
            shapeOfItem(Items.withNull(stripped).orElseThrow(), place);
        }
        Items.of(type)
                .ifPresent(
                        item -> {
                            if (Limits.has(item)) {
                                limitsOfItem(Items.withNull(type).orElseThrow(), place);
                            }
                            items(itemShapes, item, place + "_item");
                        });
    }

    private void shapeOfItem(TypeRef item, String place) {
        String key = locals.name("key");
        String value = locals.name("value");
        TypeRef type = openItem("_check" + place, item);
        List<String> statements = itemShapes.statements(type, key, locals.name("item"), place);
        String wrongType = itemShapes.wrongType(type, key, value);
        if (types.name(type).equals("Variant")) {
            out.lines(itemShapes.statements(type, key, value, place)).close();
            return;
        } else if (statements.isEmpty()) {
            out.line(wrongType).close();
            return;
        }
        out.open("if " + wrongType + ":").line("return").close();
        closeItem(type, statements);
    }

    private void limitsOfItem(TypeRef item, String place) {
        TypeRef type = openItem("_limit" + place, item);
        String key = locals.name("key");
        if (types.name(Checked.strip(type)).equals("Variant")) {
            out.lines(limits.statements(type, key, locals.name("value"), place)).close();
        } else {
            closeItem(type, limits.statements(type, key, locals.name("item"), place));
        }
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
        TypeRef stripped = Checked.strip(type);
        String name = types.isTypedArray(stripped) ? "Array" : types.name(stripped);
        out.line("var " + locals.name("item") + ": " + name + " = " + locals.name("value"));
        out.lines(statements).close();
    }
}
