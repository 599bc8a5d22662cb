package dev.gdwire.gen.java;

import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.output.FileNames;
import dev.gdwire.gen.pattern.PortablePattern;
import dev.gdwire.gen.pattern.UnsupportedPatternException;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what a schema set says that Java cannot: classes of one name, or that are too large. */
final class NameChecker {
    /** What a method of the Java virtual machine can take; a {@code long} counts twice. */
    private static final int MOST_ARGUMENTS = 254;

    /** What the code that makes the constants of an enum has room for. */
    private static final int MOST_CONSTANTS = 2500;

    /** The same of the method that lists the cases of a union. */
    private static final int MOST_CASES = 3000;

    private static final String OF_SET = "what is written for every schema set";

    private static final String OTHER_PACKAGE =
            "give one such as com.example.game: \"javaPackage\" in protocol.json, or"
                    + " --java-package";

    private final JavaSet set;
    private final Components components;
    private final Problems problems;
    private final Map<String, String> classes = new HashMap<>();

    NameChecker(Protocol protocol, String javaPackage, Problems problems) {
        this.set = new JavaSet(protocol, javaPackage);
        this.components = new Components(set, new JavaTypes(set));
        this.problems = problems;
    }

    void check() {
        checkPackage();
        List.of(set.root(), set.fromJava(), set.fromGodot(), set.registry(), set.rules())
                .forEach(name -> classes.put(fold(name.simpleName()), OF_SET));
        for (TypeDef type : set.all()) {
            if (!(type instanceof EnumDef)) {
                String reader = "the reader and writer of \"" + type.name() + "\"";
                classes.put(fold(set.codecName(type.name()).simpleName()), reader);
            }
        }
        for (TypeDef type : set.all()) {
            checkClass(type);
            FileNames.check(type, set.codecName(type.name()).simpleName() + ".java", problems);
            checkSize(type);
        }
    }

    private void checkPackage() {
        if (!JavaNames.isName(set.javaPackage())) {
            problems.error(
                    ProblemId.BAD_NAME,
                    Place.whole("."),
                    "\"" + set.javaPackage() + "\" is no name of a Java package",
                    OTHER_PACKAGE);
        } else if (set.javaPackage().equals("java") || set.javaPackage().startsWith("java.")) {
            problems.error(
                    ProblemId.BAD_NAME,
                    Place.whole("."),
                    "\""
                            + set.javaPackage()
                            + "\" is a package of Java itself, to which nothing can be added",
                    OTHER_PACKAGE);
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

    private void checkSize(TypeDef type) {
        if (type instanceof RecordDef record) {
            checkArguments(record, components.of(record));
            record.fields().forEach(field -> checkPattern(field.source(), field.type()));
        } else if (type instanceof TupleDef tuple) {
            checkArguments(tuple, components.of(tuple));
            tuple.items().forEach(item -> checkPattern(item.source(), item.type()));
        } else if (type instanceof EnumDef definition) {
            checkConstants(definition);
        } else if (type instanceof UnionDef union) {
            checkCases(union);
        }
    }

    private void checkCases(UnionDef union) {
        checkCount(
                union,
                union.cases().stream().mapToInt(one -> one.values().size()).sum(),
                MOST_CASES,
                "the union has more cases than a Java method can list",
                "give groups of them unions of their own, by other properties");
    }

    private void checkArguments(TypeDef type, Parts parts) {
        checkCount(
                type,
                parts.components().stream().mapToInt(part -> isWide(part) ? 2 : 1).sum(),
                MOST_ARGUMENTS,
                "the object has more properties than a Java record can have components",
                "put some of them into an object of their own");
    }

    private void checkConstants(EnumDef definition) {
        checkCount(
                definition,
                definition.values().size(),
                MOST_CONSTANTS,
                "the enum has more values than a Java class can have constants",
                "list the most important ones, or use a pattern");
    }

    private void checkCount(TypeDef type, int count, int most, String message, String hint) {
        if (count > most) {
            problems.error(ProblemId.BAD_NAME, Place.of(type.source()), message, hint);
        }
    }

    private void checkPattern(Source source, TypeRef type) {
        if (Refs.leaf(type) instanceof TypeRef.StringRef text && text.pattern().isPresent()) {
            checkPattern(source, text.pattern().get());
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

    private static boolean isWide(Component part) {
        return part.type().equals(TypeName.LONG) || part.type().equals(TypeName.DOUBLE);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
