package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names in GDScript: their case, and the words that cannot be used. A name that is taken by the
 * language, the engine or generated code gets an underscore at its end.
 */
final class GdNames {
    private static final Set<String> KEYWORDS =
            words(
                    """
                    abstract and as assert await bool break breakpoint class class_name const
                    continue elif else enum extends false float for func get if in inf int is match
                    namespace nan not null or pass preload return self set signal static super
                    trait true var void when while yield
                    """);
    private static final Set<String> CONSTANTS =
            words(
                    """
                    CLASSES CONNECT_APPEND_SOURCE_OBJECT CONNECT_DEFERRED CONNECT_ONE_SHOT
                    CONNECT_PERSIST CONNECT_REFERENCE_COUNTED INF NAN PI PROPERTY TAG TAU VALUES
                    _FIELDS _RESERVED _RULE
                    """);
    private static final Set<String> OWN_MEMBERS =
            words(
                    """
                    _check_inside _check_limits check check_class check_record check_tuple equals
                    from_array from_dict new of read same_json tag to_array to_dict to_json to_json_beside
                    to_line to_line_beside to_value validate
                    """);
    private static final Set<String> OWN_TYPES =
            words(
                    """
                    GdwireApi GdwireBlobsOut GdwireChecks GdwireConnection GdwireData GdwireDecoded
                    GdwireJsonEquality GdwireMessage GdwireProtocol GdwireReader GdwireRecord
                    GdwireRules GdwireText GdwireValue Sender
                    """);
    private static final Set<String> DISPATCHER_MEMBERS = words("answer dispatch handles protocol");
    private static final Set<String> ENGINE_TYPES = Resources.words("gdscript/godot_types.txt");
    private static final Set<String> OBJECT_MEMBERS =
            Resources.words("gdscript/object_members.txt");
    private static final Set<String> GLOBAL_FUNCTIONS =
            Resources.words("gdscript/global_functions.txt");

    private GdNames() {}

    /** Name of a class: {@code SpawnEntity}. */
    static String type(TypeName name) {
        String joined =
                name.words().stream().map(GdNames::capitalized).collect(Collectors.joining());
        // With an underscore before it, a digit would make one name of a class and of a signal.
        String safe = identifier(joined.matches("[0-9].*") ? "Type" + joined : joined);
        return isTakenType(safe) ? safe + "_" : safe;
    }

    /** Whether the name is a type of the engine or of the add-on, so that nothing may have it. */
    static boolean isTakenType(String name) {
        return ENGINE_TYPES.contains(name) || OWN_TYPES.contains(name) || CONSTANTS.contains(name);
    }

    /** Whether a class of the engine has the name. */
    static boolean isEngineType(String name) {
        return ENGINE_TYPES.contains(name);
    }

    /** Name of a file, without its ending. */
    static String file(TypeName name) {
        return identifier(name.snakeCase());
    }

    /** Name of a property: {@code max_frame} for {@code maxFrame}. */
    static String property(String wireName) {
        String safe = snakeCase(wireName);
        return isTakenMember(safe) ? safe + "_" : safe;
    }

    /** Whether no property can have the name. */
    static boolean isTakenMember(String name) {
        return KEYWORDS.contains(name)
                || OWN_MEMBERS.contains(name)
                || OBJECT_MEMBERS.contains(name)
                || isTakenType(name);
    }

    /** The name of a property as it is on the wire; empty when it cannot be one. */
    static String verbatim(String wireName) {
        boolean fits = wireName.matches("[A-Za-z_]*[A-Za-z][A-Za-z0-9_]*");
        return fits && !isTakenMember(wireName) ? wireName : "";
    }

    /** A name that is free in every object: {@code has_signal} is not. */
    static String memberOfObject(String name) {
        return OBJECT_MEMBERS.contains(name) ? name + "_" : name;
    }

    /** Name of a constant: {@code TOO_LONG}. */
    static String constant(String value) {
        return freeConstant(snakeCase(value).toUpperCase(Locale.ROOT));
    }

    /** Name of a constant in which every sign is a word: {@code C_PLUS_SIGN} for {@code c+}. */
    static String spelledConstant(String value) {
        String spelled = value.isEmpty() ? "" : SpelledSigns.all(value);
        return spelled.isEmpty() ? "" : freeConstant(identifier(spelled).toUpperCase(Locale.ROOT));
    }

    private static String freeConstant(String name) {
        // With but an underscore before the digit it would look private.
        String safe = name.matches("_[0-9].*") ? "VALUE" + name : name;
        boolean taken = isTakenType(safe) || OBJECT_MEMBERS.contains(safe);
        return taken ? safe + "_" : safe;
    }

    /** Name of the signal of a message. */
    static String signal(String tag) {
        String safe = snakeCase(tag);
        boolean taken =
                KEYWORDS.contains(safe)
                        || DISPATCHER_MEMBERS.contains(safe)
                        || OBJECT_MEMBERS.contains(safe);
        return taken ? safe + "_" : safe;
    }

    /** Name of the function that sets who answers a request. */
    static String handler(String tag) {
        return "on_" + snakeCase(tag);
    }

    /** Whether a property of this name hides a function that is known everywhere. */
    static boolean hidesGlobalFunction(String property) {
        return GLOBAL_FUNCTIONS.contains(property);
    }

    /**
     * Words with underscores between, of camelCase, dashes, dots, spaces and so on. Signs are
     * spelled where there is nothing else, and a minus before a number.
     */
    static String snakeCase(String text) {
        String parted =
                ascii(SpelledSigns.needed(text))
                        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                        .replaceAll("[^A-Za-z0-9_]+", " ");
        return identifier(parted.strip().replace(' ', '_').toLowerCase(Locale.ROOT));
    }

    /** Letters without their accents; any other sign that is not ASCII by its number. */
    private static String ascii(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        StringBuilder result = new StringBuilder();
        plain.codePoints()
                .forEach(
                        point -> {
                            if (point < 0x80) {
                                result.appendCodePoint(point);
                            } else {
                                result.append(" u").append(Integer.toHexString(point)).append(' ');
                            }
                        });
        return result.toString();
    }

    private static String identifier(String text) {
        String safe = ascii(text).replaceAll("[^A-Za-z0-9_]", "_");
        boolean starts = !safe.isEmpty() && !Character.isDigit(safe.charAt(0));
        return starts ? safe : "_" + safe;
    }

    private static String capitalized(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
