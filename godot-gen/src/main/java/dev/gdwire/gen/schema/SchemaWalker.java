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

/** Visits every schema of a set, wherever it stands, and has each checked by itself. */
final class SchemaWalker {
    private final SchemaSet set;
    private final Problems problems;
    private final KeywordChecker keywords;
    private final ValueChecker values;
    private final References references;
    private final Deque<Location> waiting = new ArrayDeque<>();

    SchemaWalker(SchemaSet set, Strictness strictness, Problems problems) {
        this.set = set;
        this.problems = problems;
        this.keywords = new KeywordChecker(strictness, problems);
        this.values = new ValueChecker(problems);
        this.references = new References(set);
    }

    void walk() {
        for (SchemaFile file : set.files()) {
            String base = SchemaUris.ofFile(file.path());
            root(file, base);
            drain();
        }
        // Only now all names are known.
        int followed = 0;
        while (followed < set.locations().size()) {
            follow(set.locations().get(followed++));
            drain();
        }
        keywords.reportUnknown();
    }

    private void root(SchemaFile file, String base) {
        if (file.root() instanceof ObjectNode object) {
            visit(file, List.of(), object, file.place(object), base, Dialect.DEFAULT);
        } else {
            notASchema(file.place(file.root()));
        }
    }

    private void drain() {
        while (!waiting.isEmpty()) {
            check(waiting.remove());
        }
    }

    private void visit(
            SchemaFile file,
            List<String> path,
            ObjectNode schema,
            Place place,
            String outerBase,
            Dialect outerDialect) {
        if (set.location(schema).isPresent()) {
            return;
        }
        Dialect dialect = keywords.dialect(schema).orElse(outerDialect);
        String id = SchemaUris.id(schema, dialect);
        String base = SchemaUris.resolve(outerBase, id).orElse(outerBase);
        for (SchemaTree.Child child : SchemaTree.children(schema)) {
            schemaIn(file, child.container(), child.key());
        }
        ObjectNode modern = ModernKeywords.of(schema, dialect);
        Location location = new Location(file, path, schema, modern, place, base, dialect);
        set.add(location);
        set.uris().add(location, outerBase, id);
        waiting.add(location);
    }

    private void check(Location location) {
        if (keywords.check(location)) {
            values.check(location);
        }
        for (SchemaTree.Child child : SchemaTree.children(location.node())) {
            visitChild(location, child);
        }
    }

    private void visitChild(Location parent, SchemaTree.Child child) {
        SchemaFile file = parent.file();
        Place place = file.key(child.container(), child.key());
        ObjectNode schema = schemaIn(file, child.container(), child.key());
        if (schema == null) {
            if (!isChecked(child)) {
                notASchema(place);
            }
            return;
        }
        List<String> path = new ArrayList<>(parent.path());
        path.addAll(child.steps());
        visit(file, path, schema, place, parent.base(), parent.dialect());
    }

    /** Whether a value that is no schema was told of with its keyword. */
    private static boolean isChecked(SchemaTree.Child child) {
        return child.steps().size() == 1 || child.steps().get(0).equals("dependencies");
    }

    /** The schema under a key; true and false become the objects that mean the same. */
    private static ObjectNode schemaIn(SchemaFile file, JsonNode container, String key) {
        JsonNode value =
                container.isArray() ? container.get(Integer.parseInt(key)) : container.get(key);
        if (value.isBoolean()) {
            ObjectNode object = BooleanSchemas.object(value.booleanValue());
            file.replace(container, key, object);
            return object;
        }
        return value instanceof ObjectNode object ? object : null;
    }

    /** A reference may point at any place of a file: what it points at must be a schema. */
    private void follow(Location location) {
        if (!location.keywords().path("$ref").isTextual()) {
            return;
        }
        try {
            if (references.resolve(location) instanceof References.ToPlace target) {
                follow(location, target);
            }
        } catch (ReferenceException e) {
            problems.error(e.id(), location.value("$ref"), e.getMessage(), e.hint());
        }
    }

    private void follow(Location from, References.ToPlace target) {
        if (set.location(target.node()).isPresent()) {
            return;
        }
        ObjectNode schema =
                target.path().isEmpty()
                        ? (target.node() instanceof ObjectNode object ? object : null)
                        : schemaIn(target.file(), target.container(), target.key());
        if (schema == null) {
            problems.error(
                    ProblemId.NOT_A_SCHEMA,
                    from.value("$ref"),
                    "the reference points at something that is no schema",
                    "a schema is an object, true or false");
            return;
        }
        visit(
                target.file(),
                target.path(),
                schema,
                target.place(),
                target.resource().base(),
                target.resource().dialect());
    }

    private void notASchema(Place place) {
        problems.error(
                ProblemId.NOT_A_SCHEMA,
                place,
                "a schema must be an object, true or false",
                "write an object with a \"type\"");
    }
}
