package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Java's names for what the schemas name: the one place that knows case and reserved words. */
final class JavaNames {
    /** Methods of every record, or of every generated one, that take no arguments. */
    private static final Set<String> TAKEN_METHODS =
            Set.of(
                    "clone",
                    "finalize",
                    "getClass",
                    "hashCode",
                    "notify",
                    "notifyAll",
                    "toString",
                    "wait",
                    "of",
                    "builder");

    private static final Set<String> CONTEXTUAL_KEYWORDS =
            Set.of("var", "yield", "record", "sealed", "permits", "when");

    /** Classes inside of every record, and of every protocol. */
    private static final Set<String> TAKEN_CLASSES = Set.of("Builder", "Identity");

    private JavaNames() {}

    /** Name of a class: {@code spawn_entity} is {@code SpawnEntity}. */
    static String className(TypeName name) {
        String plain = className(name.snakeCase());
        return TAKEN_CLASSES.contains(plain) ? plain + "_" : plain;
    }

    /** Name of a class. */
    static String className(String name) {
        String joined = words(name).stream().map(JavaNames::capital).collect(Collectors.joining());
        return identifier(startsWithDigit(joined) ? "Type" + joined : joined);
    }

    /**
     * Name of a component: {@code max_frame} and {@code maxFrame} are {@code maxFrame}; signs are
     * spelt out where there is nothing else.
     */
    static String componentName(String wireName) {
        return component(words(wireName), wireName);
    }

    /** Name of a component in which signs are spelt out: {@code a+} is {@code aPlus}. */
    static String spelledComponent(String wireName) {
        return component(words(SignNames.spell(wireName)), wireName);
    }

    private static String component(List<String> found, String wireName) {
        List<String> words = found.isEmpty() ? words(SignNames.spell(wireName)) : found;
        String rest = words.stream().skip(1).map(JavaNames::capital).collect(Collectors.joining());
        String name = identifier(small(words.get(0)) + rest);
        return TAKEN_METHODS.contains(name) ? name + "_" : name;
    }

    /**
     * Name of an enum constant: {@code not-found} and {@code notFound} are {@code NOT_FOUND}; signs
     * are spelt out where there is nothing else.
     */
    static String constantName(String wireValue) {
        return constant(words(wireValue), wireValue);
    }

    /** Name of a constant in which signs are spelt out: {@code C++} is {@code C_PLUS_PLUS}. */
    static String spelledConstant(String wireValue) {
        return constant(words(SignNames.spell(wireValue)), wireValue);
    }

    private static String constant(List<String> found, String wireValue) {
        List<String> parts = new ArrayList<>();
        for (String word : found.isEmpty() ? words(SignNames.spell(wireValue)) : found) {
            parts.add(splitHumps(word).toUpperCase(Locale.ROOT));
        }
        String name = String.join("_", parts);
        return identifier(startsWithDigit(name) ? "VALUE_" + name : name);
    }

    private static boolean startsWithDigit(String name) {
        return !name.isEmpty() && Character.isDigit(name.codePointAt(0));
    }

    /** What the names of a component's constants are made of: {@code maxHp} gives MAX_HP. */
    static String constantOf(String component) {
        return splitHumps(component).toUpperCase(Locale.ROOT);
    }

    /** Whether a component or a constant can be named exactly so. */
    static boolean isFreeName(String name) {
        return SourceVersion.isIdentifier(name)
                && isName(name)
                && name.indexOf('$') < 0
                && !name.equals("_")
                && name.codePoints().noneMatch(Character::isIdentifierIgnorable)
                && !CONTEXTUAL_KEYWORDS.contains(name)
                && !TAKEN_METHODS.contains(name);
    }

    /** A name that none of the others has. */
    static String fresh(String wish, List<String> others) {
        String name = wish;
        while (others.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** Whether Java takes the name. */
    static boolean isName(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_17);
    }

    /** A name with a capital first letter, for {@code withName}. */
    static String capital(String word) {
        int end = word.offsetByCodePoints(0, 1);
        return word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end);
    }

    /** Parts of a name between characters that Java does not allow; underscores part words too. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        name.codePoints()
                .forEach(
                        c -> {
                            boolean part =
                                    Character.isJavaIdentifierPart(c)
                                            && !Character.isIdentifierIgnorable(c);
                            if (part && c != '_' && c != '$') {
                                word.appendCodePoint(c);
                            } else if (!word.isEmpty()) {
                                words.add(word.toString());
                                word.setLength(0);
                            }
                        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** {@code maxFrame} stays, {@code MaxFrame} is {@code maxFrame}, {@code HP} is {@code hp}. */
    private static String small(String word) {
        if (word.equals(word.toUpperCase(Locale.ROOT))) {
            return word.toLowerCase(Locale.ROOT);
        }
        int end = word.offsetByCodePoints(0, 1);
        return word.substring(0, end).toLowerCase(Locale.ROOT) + word.substring(end);
    }

    private static String splitHumps(String word) {
        return word.replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})", "_");
    }

    private static String identifier(String name) {
        if (name.isEmpty()) {
            return name;
        }
        String started = Character.isJavaIdentifierStart(name.codePointAt(0)) ? name : "_" + name;
        boolean reserved = !isName(started) || CONTEXTUAL_KEYWORDS.contains(started);
        return reserved ? started + "_" : started;
    }
}
