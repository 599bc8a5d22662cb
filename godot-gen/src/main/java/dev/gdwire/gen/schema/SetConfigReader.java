package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Reads {@code protocol.json}; its schema is the resource {@code protocol.schema.json}. */
final class SetConfigReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}\\.[0-9]{1,9}");
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final List<String> KEYS =
            List.of(
                    "name",
                    "version",
                    "javaPackage",
                    "godotClassName",
                    "discriminator",
                    "messages");
    private static final Set<String> LATER = Set.of("uses");
    private static final Pattern LAYOUT = Pattern.compile("files|defs");
    private static final Set<String> TRANSPORT = Set.of("$id", "$re", "$seq", "$ack");
    private static final String CORE = "gdwire";

    private final SetSource source;
    private final SetOptions options;
    private final Problems problems;

    SetConfigReader(SetSource source, SetOptions options, Problems problems) {
        this.options = options;
        this.source = source;
        this.problems = problems;
    }

    SetConfig read(Optional<SchemaFile> file) {
        Optional<SchemaFile> object = file.filter(this::isObject);
        object.ifPresent(this::checkKeys);
        String name = name(object);
        String version =
                text(object, "version", VERSION, "MAJOR.MINOR, such as \"1.0\"")
                        .orElse(SetConfig.DEFAULT_VERSION);
        Optional<String> godotClass =
                text(object, "godotClassName", CLASS, "PascalCase, such as \"SpaceRaceApi\"");
        return new SetConfig(
                name,
                version,
                discriminator(object),
                javaPackage(object),
                godotClass,
                messages(object));
    }

    private MessageLayout messages(Optional<SchemaFile> file) {
        Optional<MessageLayout> written =
                text(file, "messages", LAYOUT, "\"files\" or \"defs\"")
                        .map(word -> MessageLayout.valueOf(word.toUpperCase(Locale.ROOT)));
        return options.messages().or(() -> written).orElse(MessageLayout.FILES);
    }

    private String name(Optional<SchemaFile> file) {
        Optional<String> written =
                text(file, "name", NAME, "lower_snake_case, such as \"space_race\"");
        if (options.name().isPresent()) {
            if (!NAME.matcher(options.name().get()).matches()) {
                error(
                        Place.whole(source.label()),
                        "\"" + options.name().get() + "\" cannot be the name of a protocol",
                        "write it in lower_snake_case, such as space_race");
            }
            return options.name().get();
        }
        boolean given = file.isPresent() && file.get().root().has("name");
        return given ? written.orElse("") : defaultName();
    }

    private boolean isObject(SchemaFile file) {
        if (!file.root().isObject()) {
            error(file.place(file.root()), "protocol.json is no object", "write {\"name\": ...}");
        }
        return file.root().isObject();
    }

    private void checkKeys(SchemaFile file) {
        Iterator<String> names = file.root().fieldNames();
        while (names.hasNext()) {
            String key = names.next();
            if (LATER.contains(key)) {
                error(
                        file.key(file.root(), key),
                        "\"" + key + "\" is not supported yet",
                        "leave it out, and copy the schemas of other sets into a subfolder");
            } else if (!KEYS.contains(key) && !key.equals("$schema")) {
                error(
                        file.key(file.root(), key),
                        "protocol.json has no key \"" + key + "\"",
                        Suggestion.of(key, KEYS).orElse("it can have " + String.join(", ", KEYS)));
            }
        }
    }

    private String defaultName() {
        String name = String.join("_", Words.of(source.defaultName()));
        if (!NAME.matcher(name).matches()) {
            problems.error(
                    ProblemId.BAD_PROTOCOL_FILE,
                    Place.whole(source.label()),
                    "no name for the protocol can be made from the folder's name",
                    "name it in protocol.json: {\"name\": \"space_race\"}");
        }
        return name;
    }

    private Optional<String> discriminator(Optional<SchemaFile> file, String text, Place place) {
        boolean ofCore = text.equals(CORE) && !isCore(file);
        if (TRANSPORT.contains(text) || text.isBlank() || ofCore) {
            error(
                    place,
                    "\"" + text + "\" cannot be the discriminator",
                    "$id, $re, $seq, $ack and gdwire are the wire's own names; use \"type\"");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** The set of the handshake, which has a discriminator that no other can have. */
    private static boolean isCore(Optional<SchemaFile> file) {
        return file.filter(some -> some.root().path("name").asText().equals("core")).isPresent();
    }

    private String discriminator(Optional<SchemaFile> file) {
        if (options.discriminator().isPresent()) {
            Place place = Place.whole(source.label());
            return discriminator(file, options.discriminator().get(), place)
                    .orElse(SetConfig.DEFAULT_DISCRIMINATOR);
        }
        return text(file, "discriminator", Pattern.compile("(?s).*"), "text")
                .flatMap(text -> discriminator(file, text, discriminatorPlace(file)))
                .orElse(SetConfig.DEFAULT_DISCRIMINATOR);
    }

    private static Place discriminatorPlace(Optional<SchemaFile> file) {
        SchemaFile config = file.orElseThrow();
        return config.value(config.root(), "discriminator");
    }

    private Optional<String> javaPackage(Optional<SchemaFile> file) {
        Optional<String> text = text(file, "javaPackage", Pattern.compile("(?s).*"), "text");
        if (text.isPresent() && !isPackage(text.get())) {
            SchemaFile config = file.orElseThrow();
            error(
                    config.value(config.root(), "javaPackage"),
                    "\"" + text.get() + "\" is no name of a Java package",
                    "write one such as \"com.example.arena\"");
            return Optional.empty();
        }
        return text;
    }

    /** Whether a text can be the name of a Java package. */
    static boolean isPackage(String text) {
        boolean ofPlatform = text.equals("java") || text.startsWith("java.");
        return !ofPlatform && SourceVersion.isName(text, SourceVersion.RELEASE_17);
    }

    private Optional<String> text(
            Optional<SchemaFile> file, String key, Pattern pattern, String what) {
        JsonNode value = file.map(some -> some.root().get(key)).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isTextual() && pattern.matcher(value.textValue()).matches()) {
            return Optional.of(value.textValue());
        }
        SchemaFile config = file.orElseThrow();
        error(
                config.value(config.root(), key),
                "\"" + key + "\" in protocol.json must be " + what,
                "change it to " + what);
        return Optional.empty();
    }

    private void error(Place place, String message, String hint) {
        problems.error(ProblemId.BAD_PROTOCOL_FILE, place, message, hint);
    }
}
