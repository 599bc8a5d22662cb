package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.problem.FileFault;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a schema set: every file with the places of all that is in it, each schema checked. */
public final class SchemaLoader {
    private final Strictness strictness;
    private final SetOptions options;
    private final Problems problems;
    private final Map<String, String> texts = new TreeMap<>();

    /** Reads the bytes of a file. */
    private interface Reader {
        byte[] read(String path) throws IOException;
    }

    /**
     * A loader that reports to {@code problems}; good for one set.
     *
     * @param options what holds over {@code protocol.json}
     */
    public SchemaLoader(Strictness strictness, SetOptions options, Problems problems) {
        this.strictness = strictness;
        this.options = options;
        this.problems = problems;
    }

    /** Reads and checks a set. Whatever is wrong becomes a problem. */
    public LoadedSet load(SetSource source) {
        List<String> all = paths(source);
        Optional<SchemaFile> configFile =
                all.contains(SetConfig.FILE)
                        ? parse(source::read, SetConfig.FILE)
                        : Optional.empty();
        if (problems.hasErrors()) {
            return new LoadedSet(Optional.empty(), texts);
        }
        SetConfig config = new SetConfigReader(source, options, problems).read(configFile);
        SortedMap<String, SchemaFile> files = files(source, all, config);
        if (problems.hasErrors()) {
            return new LoadedSet(Optional.empty(), texts);
        }
        checkLayout(source, config, files);
        SchemaSet set = new SchemaSet(config, files);
        new SchemaWalker(set, strictness, problems).walk();
        return new LoadedSet(Optional.of(set), texts);
    }

    private SortedMap<String, SchemaFile> files(
            SetSource source, List<String> all, SetConfig config) {
        SortedMap<String, SchemaFile> files = new TreeMap<>();
        for (String path : all) {
            if (path.equals(SetConfig.FILE)) {
                continue;
            }
            if (isOfSet(path, config)) {
                parse(source::read, path).ifPresent(file -> files.put(path, file));
            } else {
                leftOut(path);
            }
        }
        for (String path : Metaschemas.wanted(texts.values())) {
            if (!files.containsKey(path)) {
                parse(Metaschemas::read, path).ifPresent(file -> files.put(path, file));
            }
        }
        return files;
    }

    private void checkLayout(
            SetSource source, SetConfig config, SortedMap<String, SchemaFile> files) {
        long top = files.values().stream().filter(SchemaFile::isTopLevel).count();
        if (files.isEmpty()) {
            problems.error(
                    ProblemId.NO_SCHEMAS,
                    Place.whole(source.label()),
                    "the folder holds no schema",
                    config.messages() == MessageLayout.DEFS
                            ? "put the file with the messages in its \"$defs\" there"
                            : "each message is one file NAME"
                                    + SchemaFile.SUFFIX
                                    + " directly in the folder");
        } else if (config.messages() == MessageLayout.DEFS && top != 1) {
            problems.error(
                    ProblemId.NO_SCHEMAS,
                    Place.whole(source.label()),
                    "with the messages in \"$defs\" there must be one file directly in the folder,"
                            + " and there are "
                            + top,
                    "move the others into a subfolder, or make each message a file of its own");
        }
    }

    private List<String> paths(SetSource source) {
        try {
            source.leftOut().forEach(this::noSchema);
            List<String> all = source.paths().stream().sorted().toList();
            all.stream().filter(SchemaLoader::hasBackslash).forEach(this::badName);
            return all.stream().filter(path -> !hasBackslash(path)).toList();
        } catch (IOException e) {
            problems.error(
                    ProblemId.UNREADABLE,
                    Place.whole(source.label()),
                    "the schema folder cannot be read: " + FileFault.reason(e),
                    "give the folder that holds the *" + SchemaFile.SUFFIX + " files");
            return List.of();
        }
    }

    private static boolean hasBackslash(String path) {
        return path.indexOf('\\') >= 0;
    }

    private void badName(String path) {
        problems.error(
                ProblemId.BAD_NAME,
                Place.whole(path),
                "the file's name has a backslash, which separates folders on other systems",
                "give the file another name, or put it into a folder");
    }

    /** What looks like a schema, and is left out all the same. */
    private void noSchema(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            unused(
                    path.substring(0, path.length() - 1),
                    "a folder has the name of a schema file, and is none",
                    "give the folder another name");
        } else if (name.startsWith(".")) {
            unused(
                    path,
                    "the file is hidden, and so no part of the schema set",
                    "give it a name without a dot in front if it is a schema");
        } else {
            unused(
                    path,
                    "the file is no part of the schema set: its name ends in capital letters",
                    "let it end with " + SchemaFile.SUFFIX + " if it is a schema");
        }
    }

    private void unused(String path, String message, String hint) {
        problems.warning(ProblemId.UNUSED_FILE, Place.whole(path), message, hint);
    }

    private void leftOut(String path) {
        String stem = path.substring(0, path.length() - ".json".length());
        unused(
                path,
                "the file is no part of the schema set",
                "name it " + stem + SchemaFile.SUFFIX + " if it is a message");
    }

    /** A published protocol of one file keeps the name that it has. */
    private static boolean isOfSet(String path, SetConfig config) {
        return path.indexOf('/') >= 0
                || path.endsWith(SchemaFile.SUFFIX)
                || config.messages() == MessageLayout.DEFS;
    }

    private Optional<SchemaFile> parse(Reader reader, String path) {
        Optional<String> read = text(reader, path);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        String text = read.get();
        texts.put(path, text);
        try {
            PositionedJsonReader json = new PositionedJsonReader();
            JsonNode root = json.read(text);
            return Optional.of(SchemaFile.of(path, text, root, json.positions()));
        } catch (JsonFileException e) {
            Place place = new Place(path, e.line(), e.column());
            problems.error(e.id(), place, e.getMessage(), e.hint());
            return Optional.empty();
        }
    }

    private Optional<String> text(Reader reader, String path) {
        try {
            byte[] bytes = reader.read(path);
            String text = new String(bytes, StandardCharsets.UTF_8);
            OptionalInt wrong = firstWrong(bytes);
            if (wrong.isPresent()) {
                notUtf8(path, text, new String(bytes, 0, wrong.getAsInt(), StandardCharsets.UTF_8));
                return Optional.empty();
            }
            // RFC 8259 lets readers ignore a byte order mark, and some editors write one.
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            problems.error(
                    ProblemId.UNREADABLE,
                    Place.whole(path),
                    "the file cannot be read: " + FileFault.reason(e),
                    "see whether it exists and you may read it");
        }
        return Optional.empty();
    }

    /** The first byte that is not UTF-8. */
    private static OptionalInt firstWrong(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(from, CharBuffer.allocate(bytes.length), true);
        return result.isError() ? OptionalInt.of(from.position()) : OptionalInt.empty();
    }

    private void notUtf8(String path, String shown, String before) {
        texts.put(path, shown);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        problems.error(
                ProblemId.NOT_UTF8,
                new Place(path, line, column),
                "the file is not UTF-8",
                "save it as UTF-8");
    }
}
