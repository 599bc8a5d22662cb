package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what a {@code $ref} points at: a place in the same set, or a native type. Nothing else is
 * ever opened.
 */
public final class References {
    private static final String NATIVE = "gdwire:godot/";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final SchemaSet set;

    /** A resolver for the references in one set. */
    public References(SchemaSet set) {
        this.set = set;
    }

    /** What a reference points at. */
    public sealed interface Target {}

    /** A type of Godot's own. */
    public record ToNative(NativeType type) implements Target {}

    /**
     * A JSON value in the set.
     *
     * @param resource the schema that the path starts from
     * @param path from the root of the file
     * @param container the object or array that holds the value; the value itself at the root
     */
    public record ToPlace(
            Location resource, List<String> path, JsonNode container, JsonNode node, Place place)
            implements Target {
        public ToPlace {
            path = List.copyOf(path);
        }

        SchemaFile file() {
            return resource.file();
        }

        String key() {
            return path.get(path.size() - 1);
        }
    }

    /**
     * Follows the {@code $ref} of a schema.
     *
     * @throws ReferenceException if it leads out of the set or to nothing
     */
    public Target resolve(Location location) throws ReferenceException {
        String reference = location.keywords().get("$ref").asText();
        if (reference.startsWith(NATIVE)) {
            return toNative(reference);
        }
        int hash = reference.indexOf('#');
        String fragment = decode(hash < 0 ? "" : reference.substring(hash + 1), reference);
        Location resource = resource(location, reference);
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            return toPlace(resource, fragment, reference);
        }
        Location target =
                only(set.uris().anchors(resource, fragment), reference)
                        .orElseThrow(
                                () ->
                                        dangling(
                                                reference,
                                                "there is no \"$anchor\": \"" + fragment + "\"",
                                                "name it, or point at the place itself, such as"
                                                        + " \"#/$defs/unit\""));
        return new ToPlace(target, target.path(), target.node(), target.node(), target.place());
    }

    private Location resource(Location from, String reference) throws ReferenceException {
        List<Location> all =
                SchemaUris.resolve(from.base(), reference)
                        .map(set.uris()::resources)
                        .orElse(List.of());
        boolean inside = reference.isEmpty() || reference.startsWith("#");
        Optional<Location> named =
                all.size() > 1 && inside ? around(from, all) : only(all, reference);
        if (named.isPresent()) {
            return named.get();
        }
        String path = SchemaUris.withoutFragment(reference);
        if (SCHEME.matcher(path).matches() || path.startsWith("/")) {
            throw outside(reference);
        }
        SchemaFile file = file(from.file(), decode(path, reference), reference);
        return set.location(file.root())
                .orElseThrow(() -> dangling(reference, "it is no schema", "write an object there"));
    }

    /** The innermost of these that a schema is a part of. */
    private static Optional<Location> around(Location schema, List<Location> all) {
        return all.stream()
                .filter(one -> one.file() == schema.file())
                .filter(one -> one.path().size() <= schema.path().size())
                .filter(one -> schema.path().subList(0, one.path().size()).equals(one.path()))
                .max(Comparator.comparingInt(one -> one.path().size()));
    }

    private static Optional<Location> only(List<Location> all, String reference)
            throws ReferenceException {
        if (all.size() > 1) {
            throw new ReferenceException(
                    ProblemId.AMBIGUOUS_REFERENCE,
                    "\""
                            + reference
                            + "\" is the name of two schemas, that of "
                            + words(all.get(0).place())
                            + " and that of "
                            + words(all.get(1).place()),
                    "give one of them another \"$id\" or \"$anchor\", or refer to its path");
        }
        return all.stream().findFirst();
    }

    private static String words(Place place) {
        return place.file() + ":" + place.line() + ":" + place.column();
    }

    private static ToNative toNative(String reference) throws ReferenceException {
        String name = reference.substring(NATIVE.length());
        List<String> names =
                Arrays.stream(NativeType.values()).map(NativeType::schemaName).toList();
        return Arrays.stream(NativeType.values())
                .filter(type -> type.schemaName().equals(name))
                .findFirst()
                .map(ToNative::new)
                .orElseThrow(
                        () ->
                                new ReferenceException(
                                        ProblemId.DANGLING_REFERENCE,
                                        "there is no native type \"" + name + "\"",
                                        Suggestion.of(name, names)
                                                .orElse("it can be " + String.join(", ", names))));
    }

    private SchemaFile file(SchemaFile from, String path, String reference)
            throws ReferenceException {
        Deque<String> folders = new ArrayDeque<>(List.of(from.path().split("/", -1)));
        folders.removeLast();
        for (String step : path.split("/", -1)) {
            if (step.equals("..") && folders.isEmpty()) {
                throw outside(reference);
            } else if (step.equals("..")) {
                folders.removeLast();
            } else if (!step.equals(".")) {
                folders.addLast(step);
            }
        }
        String target = String.join("/", folders);
        Optional<SchemaFile> file = set.file(target);
        return file.orElseThrow(() -> noFile(reference, target));
    }

    private ReferenceException noFile(String reference, String target) {
        List<String> paths = set.files().stream().map(SchemaFile::path).toList();
        return dangling(
                reference,
                "there is no file " + target,
                Suggestion.of(target, paths)
                        .orElse(
                                "a path starts at the file it stands in; files end with "
                                        + SchemaFile.SUFFIX));
    }

    private static ToPlace toPlace(Location resource, String pointer, String reference)
            throws ReferenceException {
        SchemaFile file = resource.file();
        List<String> path = new ArrayList<>(resource.path());
        JsonNode container = resource.node();
        JsonNode node = resource.node();
        Place place = resource.place();
        String[] steps = pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        for (String step : steps) {
            String key = step.replace("~1", "/").replace("~0", "~");
            JsonNode next = child(node, key);
            if (next == null) {
                throw dangling(
                        reference,
                        file.path() + " has no \"" + key + "\" there",
                        hintAt(node, key));
            }
            place = file.key(node, key);
            path.add(key);
            container = node;
            node = next;
        }
        return new ToPlace(resource, path, container, node, place);
    }

    private static String hintAt(JsonNode node, String key) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        String all =
                keys.isEmpty()
                        ? "nothing"
                        : String.join(", ", keys.subList(0, Math.min(8, keys.size())));
        return Suggestion.of(key, keys).orElse("there is " + all);
    }

    private static JsonNode child(JsonNode node, String key) {
        if (node.isArray()) {
            return INDEX.matcher(key).matches() ? node.get(Integer.parseInt(key)) : null;
        }
        return node.get(key);
    }

    /** Undoes percent-encoding (RFC 3986). */
    private static String decode(String text, String reference) throws ReferenceException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw dangling(reference, "its % escape is broken", "write %25 for a %");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw dangling(
                    reference, "its % escapes are not UTF-8", "write the characters as they are");
        }
    }

    private static ReferenceException dangling(String reference, String why, String hint) {
        return new ReferenceException(
                ProblemId.DANGLING_REFERENCE,
                "\"" + reference + "\" points at nothing: " + why,
                hint);
    }

    private static ReferenceException outside(String reference) {
        return new ReferenceException(
                ProblemId.OUTSIDE_REFERENCE,
                "\"" + reference + "\" leads out of the schema set",
                "copy the schema into a subfolder (an \"$id\" in it is known); only"
                        + " \"gdwire:godot/NAME\" is known beyond the set");
    }
}
