package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.schema.Positions.Position;

/** One JSON file of a schema set with the places of all that is in it. */
public final class SchemaFile {
    /** How the names of schema files end. */
    public static final String SUFFIX = ".schema.json";

    private final String path;
    private final String text;
    private final JsonNode root;
    private final Positions positions;

    /** A file; true and false become the objects that mean the same. */
    static SchemaFile of(String path, String text, JsonNode root, Positions positions) {
        JsonNode schema = root.isBoolean() ? BooleanSchemas.object(root.booleanValue()) : root;
        return new SchemaFile(path, text, schema, positions);
    }

    private SchemaFile(String path, String text, JsonNode root, Positions positions) {
        this.path = path;
        this.text = text;
        this.root = root;
        this.positions = positions;
    }

    /** Path inside the set, with forward slashes. */
    public String path() {
        return path;
    }

    /** The file as it is. */
    public String text() {
        return text;
    }

    /** The JSON value of the file. */
    public JsonNode root() {
        return root;
    }

    /** Whether the file stands directly in the set's folder. */
    public boolean isTopLevel() {
        return path.indexOf('/') < 0;
    }

    /** The file's name without folders and without {@code .schema.json} or {@code .json}. */
    public String baseName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String end = name.endsWith(SUFFIX) ? SUFFIX : ".json";
        return name.substring(0, name.length() - end.length());
    }

    /** The place of a whole object or array. */
    public Place place(JsonNode container) {
        return place(positions.start(container));
    }

    /** The place of a member's key, or of an array's element. */
    public Place key(JsonNode container, String key) {
        return place(positions.key(container, key));
    }

    /** The place of a member's value, or of an array's element. */
    public Place value(JsonNode container, String key) {
        return place(positions.value(container, key));
    }

    /** Puts an object in the place of a member or element, such as that of a boolean schema. */
    void replace(JsonNode container, String key, ObjectNode object) {
        positions.start(object, positions.value(container, key));
        if (container instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), object);
        } else {
            ((ObjectNode) container).set(key, object);
        }
    }

    private Place place(Position position) {
        return new Place(path, position.line(), position.column());
    }
}
