package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.pattern.PortablePattern;
import dev.gdwire.gen.pattern.UnsupportedPatternException;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what a schema set says that Java cannot: names that collide, or are none. */
final class NameChecker {
    /** What a method of the Java virtual machine can take; a {@code long} counts twice. */
    private static final int MOST_ARGUMENTS = 254;

    private static final String OF_SET = "what is written for every schema set";

    private final JavaSet set;
    private final Problems problems;
    private final Map<String, String> classes = new HashMap<>();

    NameChecker(Protocol protocol, String javaPackage, Problems problems) {
        this.set = new JavaSet(protocol, javaPackage);
        this.problems = problems;
    }

    void check() {
        checkPackage();
        List.of(set.root(), set.fromJava(), set.fromGodot(), set.registry())
                .forEach(name -> classes.put(fold(name.simpleName()), OF_SET));
        for (RecordDef record : set.records()) {
            String reader = "the reader and writer of \"" + record.name() + "\"";
            classes.put(fold(codec(record)), reader);
        }
        for (RecordDef record : set.records()) {
            checkClass(record);
            checkComponents(record);
        }
        for (EnumDef definition : set.enums()) {
            checkClass(definition);
            checkConstants(definition);
        }
    }

    private void checkPackage() {
        if (!JavaNames.isName(set.javaPackage())) {
            problems.error(
                    ProblemId.BAD_NAME,
                    Place.whole("the Java package"),
                    "\"" + set.javaPackage() + "\" is no name of a Java package",
                    "give one such as com.example.game: \"javaPackage\" in protocol.json, or"
                            + " --java-package");
        }
    }

    /** File systems that ignore case would write both to one file. */
    private void checkClass(TypeDef type) {
        String name = JavaNames.className(type.name());
        String other = classes.putIfAbsent(fold(name), "\"" + type.name() + "\"");
        if (other != null) {
            problems.error(
                    ProblemId.NAME_COLLISION,
                    Place.of(type.source()),
                    "the type gets the Java class " + name + ", which is that of " + other,
                    "choose a name for it: \"x-gdwire\": {\"name\": \"OtherName\"}");
        }
    }

    private void checkComponents(RecordDef record) {
        Map<String, String> seen = new HashMap<>();
        int arguments = 0;
        for (FieldDef field : record.fields()) {
            String name = JavaNames.componentName(field.wireName());
            requireName(field.source(), "property", field.wireName(), name);
            String other = seen.putIfAbsent(fold(name), field.wireName());
            if (other != null && !name.isEmpty()) {
                collision(field.source(), "component", field.wireName(), other);
            }
            Limits.pattern(field.type()).ifPresent(p -> checkPattern(field.source(), p));
            arguments += isWide(field.type()) ? 2 : 1;
        }
        if (arguments > MOST_ARGUMENTS) {
            problems.error(
                    ProblemId.BAD_NAME,
                    Place.of(record.source()),
                    "the object has more properties than a Java record can have components",
                    "put some of them into an object of their own");
        }
    }

    private void checkConstants(EnumDef definition) {
        Map<String, String> seen = new HashMap<>();
        for (String value : definition.texts()) {
            String name = JavaNames.constantName(value);
            requireName(definition.source(), "value", value, name);
            String other = seen.putIfAbsent(name, value);
            if (other != null && !name.isEmpty()) {
                collision(definition.source(), "constant", value, other);
            }
        }
    }

    private void checkPattern(Source source, String pattern) {
        try {
            PortablePattern.translate(pattern);
        } catch (UnsupportedPatternException e) {
            problems.error(
                    ProblemId.UNSUPPORTED_PATTERN,
                    Place.of(source),
                    "the pattern is not supported: " + e.getMessage(),
                    "use characters, classes, groups, alternatives, ^, $ and quantifiers");
        }
    }

    private void requireName(Source source, String what, String wireName, String name) {
        if (name.isEmpty()) {
            problems.error(
                    ProblemId.BAD_NAME,
                    Place.of(source),
                    "the " + what + " \"" + wireName + "\" gives no name in Java",
                    "use a name with a letter or a digit");
        }
    }

    private void collision(Source source, String what, String one, String other) {
        problems.error(
                ProblemId.NAME_COLLISION,
                Place.of(source),
                "\"" + one + "\" and \"" + other + "\" give the same Java " + what,
                "rename one of them");
    }

    private static boolean isWide(TypeRef ref) {
        return ref instanceof TypeRef.IntegerRef
                || ref instanceof TypeRef.NumberRef
                || ref instanceof TypeRef.Int64StringRef;
    }

    private static String codec(RecordDef record) {
        return JavaNames.className(record.name()) + "Codec";
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
