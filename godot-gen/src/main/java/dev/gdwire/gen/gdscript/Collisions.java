package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what would get one name in GDScript. */
final class Collisions {
    private final Problems problems;

    private Collisions(Problems problems) {
        this.problems = problems;
    }

    /** Reports every pair of things of a schema set that would get one name. */
    static void report(Protocol protocol, Problems problems) {
        new Collisions(problems).check(protocol);
    }

    private void check(Protocol protocol) {
        protocol.godotClassName()
                .filter(GdNames::isEngineType)
                .ifPresent(
                        name ->
                                problems.error(
                                        ProblemId.BAD_NAME,
                                        Place.whole("protocol.json"),
                                        "\"godotClassName\" is "
                                                + name
                                                + ", a class of Godot itself",
                                        "choose another, such as \"" + name + "Api\""));
        Scope classes = new Scope();
        Scope files = new Scope();
        Scope signals = new Scope();
        List<TypeDef> all = new ArrayList<>(protocol.types());
        for (MessageDef message : protocol.messages()) {
            all.add(message.record());
            String what = "the message \"" + message.tag() + "\"";
            signals.add(GdNames.signal(message.tag()), what, message.record().source());
            if (message.replyTag().isPresent()) {
                String handler = GdNames.handler(message.tag());
                signals.add(handler, "the handler of " + what, message.record().source());
            }
        }
        for (TypeDef type : all) {
            String what = "the type " + type.name();
            classes.add(GdNames.type(type.name()), what, type.source());
            // Some file systems do not tell capitals from small letters.
            String file = GdNames.file(type.name()).toLowerCase(Locale.ROOT) + ".gd";
            files.add(file, what, type.source());
            if (type instanceof RecordDef record) {
                check(record);
            } else {
                check((EnumDef) type);
            }
        }
    }

    private void check(RecordDef record) {
        Scope members = new Scope();
        List<GdField> fields = record.fields().stream().map(GdField::of).toList();
        List<GdField> alone = new ArrayList<>();
        for (GdField field : fields) {
            if (members.add(field.name(), property(field), field.def().source())) {
                alone.add(field);
            }
        }
        for (GdField field : alone) {
            for (String name : helpers(field)) {
                members.add(name, "a function of " + property(field), field.def().source());
            }
        }
    }

    private static String property(GdField field) {
        return "the property \"" + field.def().wireName() + "\"";
    }

    private static List<String> helpers(GdField field) {
        List<String> names = new ArrayList<>();
        if (field.isOptional()) {
            names.addAll(List.of(field.has(), field.clear(), field.hasFlag()));
        }
        if (field.isNullable()) {
            names.addAll(List.of(field.isNull(), field.setNull(), field.nullFlag()));
        }
        return names.stream().map(name -> name.replace("()", "")).toList();
    }

    private void check(EnumDef type) {
        Scope constants = new Scope();
        for (String value : type.texts()) {
            String what = "the value " + GdText.jsonString(value);
            constants.add(GdNames.constant(value), what, type.source());
        }
    }

    private final class Scope {
        private final Map<String, String> names = new HashMap<>();

        /** Whether nothing else has the name. */
        boolean add(String name, String what, Source source) {
            String first = names.putIfAbsent(name, what);
            if (first != null) {
                problems.error(
                        ProblemId.NAME_COLLISION,
                        Place.of(source),
                        what + " gets the name " + name + " in GDScript, as does " + first,
                        "rename one of them");
            }
            return first == null;
        }
    }
}
