package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Visits every schema of a set, wherever it stands, and has each checked by itself. */
final class SchemaWalker {
    private static final List<String> ONE_SCHEMA = List.of("items", "additionalProperties");
    private static final List<String> NAMED_SCHEMAS = List.of("properties", "$defs", "definitions");
    private static final List<String> SCHEMA_LISTS = List.of("anyOf", "oneOf");

    private final SchemaSet set;
    private final Problems problems;
    private final KeywordChecker keywords;
    private final TypeChecker types;
    private final References references;
    private final Deque<Location> waiting = new ArrayDeque<>();

    SchemaWalker(SchemaSet set, Strictness strictness, Problems problems) {
        this.set = set;
        this.problems = problems;
        this.keywords = new KeywordChecker(strictness, problems);
        this.types = new TypeChecker(strictness, problems);
        this.references = new References(set);
    }

    void walk() {
        for (SchemaFile file : set.files()) {
            visit(file, List.of(), file.root(), file.place(file.root()));
            while (!waiting.isEmpty()) {
                check(waiting.remove());
            }
        }
    }

    private void visit(SchemaFile file, List<String> path, JsonNode schema, Place place) {
        if (!(schema instanceof ObjectNode object)) {
            problems.error(
                    schema.isBoolean() ? ProblemId.UNSUPPORTED_TYPE : ProblemId.NOT_A_SCHEMA,
                    place,
                    schema.isBoolean()
                            ? "a schema that is only true or false is not supported yet"
                            : "a schema must be an object",
                    "write an object with a \"type\"");
            return;
        }
        Location location = new Location(file, path, object, place);
        if (set.add(location)) {
            waiting.add(location);
        }
    }

    private void check(Location location) {
        if (keywords.check(location)) {
            types.check(location);
            follow(location);
        }
        ObjectNode node = location.node();
        for (String keyword : ONE_SCHEMA) {
            boolean isFlag =
                    keyword.equals("additionalProperties") && node.path(keyword).isBoolean();
            // An array in place of the schema was refused already.
            if (node.has(keyword) && !isFlag && !node.get(keyword).isArray()) {
                visitMember(location, node, List.of(keyword));
            }
        }
        for (String keyword : NAMED_SCHEMAS) {
            for (Map.Entry<String, JsonNode> member : node.path(keyword).properties()) {
                visitMember(location, node.get(keyword), List.of(keyword, member.getKey()));
            }
        }
        for (String keyword : SCHEMA_LISTS) {
            int size = node.path(keyword).isArray() ? node.get(keyword).size() : 0;
            for (int i = 0; i < size; i++) {
                visitMember(location, node.get(keyword), List.of(keyword, Integer.toString(i)));
            }
        }
    }

    private void visitMember(Location parent, JsonNode container, List<String> steps) {
        String last = steps.get(steps.size() - 1);
        List<String> path = new ArrayList<>(parent.path());
        path.addAll(steps);
        JsonNode schema =
                container.isArray() ? container.get(Integer.parseInt(last)) : container.get(last);
        visit(parent.file(), path, schema, parent.file().key(container, last));
    }

    /** A reference may point at any place of a file: what it points at must be a schema. */
    private void follow(Location location) {
        if (!location.node().has("$ref")) {
            return;
        }
        try {
            if (references.resolve(location) instanceof References.ToPlace target) {
                visit(target.file(), target.path(), target.node(), target.place());
            }
        } catch (ReferenceException e) {
            problems.error(e.id(), location.value("$ref"), e.getMessage(), e.hint());
        }
    }
}
