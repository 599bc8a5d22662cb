package dev.gdwire.integration;

import dev.gdwire.integration.rich.RichProtocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the byte fuzz starts from: the kept files of {@code src/test/resources/corpus}, each some
 * lines, the tables of verdicts, and JSONTestSuite, alone and inside a message.
 */
final class FuzzCorpus {
    static final Path FOLDER = Path.of("src", "test", "resources", "corpus");

    /** Longer texts would be most of the work. */
    private static final int LONGEST = 3_000;

    /** How often what holds messages is taken for once that others are. */
    private static final int WEIGHT = 6;

    /** How many damaged ones the game gets. */
    private static final int DAMAGED = 1_000;

    private final List<byte[]> units = new ArrayList<>();

    FuzzCorpus() throws IOException {
        for (Path file : files()) {
            add(Files.readAllBytes(file));
        }
        for (String table : List.of("rich", "narrowings")) {
            for (VerdictTable.Verdict row : VerdictTable.verdicts(table)) {
                for (int i = row.isOk() ? WEIGHT : 1; i > 0; i--) {
                    add(bytes(row.json() + '\n'));
                }
            }
        }
        for (VerdictTable.Verdict row : VerdictTable.blobs()) {
            for (int i = row.verdict().startsWith("ok") ? WEIGHT : 1; i > 0; i--) {
                add(VerdictTable.bytes(row.json()));
            }
        }
        VerdictTable.limits().forEach(row -> add(VerdictTable.bytes(row.json())));
        for (JsonSuite.Text text : JsonSuite.texts()) {
            add(join(text.bytes(), bytes("\n")));
            byte[] head = bytes("{\"type\":\"packs\",\"any\":");
            add(join(join(head, text.bytes()), bytes("}\n")));
        }
    }

    /** The kept files, in the order of their names. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".lines")).sorted().toList();
        }
    }

    /**
     * Writes it for the game, with damaged bytes made of it: how many messages Java reads of each,
     * and its bytes in base64.
     */
    static void writeTo(Path folder) throws IOException {
        FuzzCorpus corpus = new FuzzCorpus();
        Set<String> rows = new LinkedHashSet<>();
        corpus.units.forEach(unit -> rows.add(row(FuzzMutator.line(unit))));
        FuzzMutator mutator = new FuzzMutator(corpus);
        Random random = new Random(1);
        for (int i = 0; i < DAMAGED; i++) {
            rows.add(row(mutator.bytes(random)));
        }
        rows.remove("");
        Files.createDirectories(folder);
        Files.write(folder.resolve("units.txt"), rows);
    }

    private static String row(byte[] unit) {
        if (LineFuzz.LARGE_BLOB.matcher(new String(unit, StandardCharsets.ISO_8859_1)).find()) {
            return "";
        }
        FuzzSide side = new FuzzSide(RichProtocol.INSTANCE, FuzzSide.Peer.WITH_BLOBS);
        side.feed(unit, null);
        return side.take().messages() + " " + Base64.getEncoder().encodeToString(unit);
    }

    byte[] one(Random random) {
        return units.get(random.nextInt(units.size()));
    }

    List<byte[]> all() {
        return List.copyOf(units);
    }

    private void add(byte[] unit) {
        if (unit.length <= LONGEST) {
            units.add(unit);
        }
    }

    static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
