package dev.gdwire.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** JSON Schema's official test suite, each group of it as a trial. */
final class SchemaSuite {
    private static final Path FOLDER = Path.of("src", "test", "vectors", "json-schema-test-suite");
    private static final Path OWN = Path.of("src", "test", "conformance", "beside-types.json");
    private static final Path REFUSED = FOLDER.resolve("refused.txt");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SchemaSuite() {}

    /**
     * One group of the suite.
     *
     * @param name file and description
     * @param schema the schema as JSON
     * @param tests the values and whether the schema takes them
     */
    record Group(String name, String schema, List<Test> tests, Trial trial) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A value of a group. */
    record Test(String description, JsonNode data, boolean valid) {}

    /** All groups, in the order of files and of the groups in them. */
    static List<Group> groups() {
        return groups(files());
    }

    /** Groups of our own, in the form of the suite. */
    static List<Group> ownGroups() {
        return groups(List.of(OWN));
    }

    private static List<Group> groups(List<Path> files) {
        List<Group> groups = new ArrayList<>();
        for (Path file : files) {
            for (JsonNode group : MAPPER.readTree(file.toFile())) {
                String name = file.getFileName() + ": " + group.get("description").asString();
                groups.add(group(name, "g%04d".formatted(groups.size() + 1), group));
            }
        }
        return groups;
    }

    /** The groups that the generator is known to refuse: code of the first reason and name. */
    static String refused() throws IOException {
        return Files.readString(REFUSED);
    }

    /** Rewrites the list of them. */
    static void writeRefused(String list) throws IOException {
        Files.writeString(REFUSED, list);
    }

    private static Group group(String name, String id, JsonNode group) {
        List<Test> tests = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (JsonNode test : group.get("tests")) {
            JsonNode data = test.get("data");
            tests.add(
                    new Test(
                            test.get("description").asString(),
                            data,
                            test.get("valid").asBoolean()));
            values.add(MAPPER.writeValueAsString(data));
        }
        String schema = MAPPER.writeValueAsString(group.get("schema"));
        return new Group(name, schema, tests, Trial.ofValue(id, schema, values));
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("draft2020-12"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
