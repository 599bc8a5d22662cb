package dev.gdwire.gen.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.schema.Positions.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) into Jackson's tree and notes where everything stands. Numbers are kept
 * exactly; members keep their order; a key that stands twice is an error.
 */
final class PositionedJsonReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(new ReadLimits()).build();

    private static final Pattern ADVICE =
            Pattern.compile(
                    " \\(start marker at .*| \\(not recognized as one since .*| \\(enable .*|:"
                        + " enable .*|: maybe a \\(non-standard\\) comment\\?.*| \\(code \\d+(?: /"
                        + " 0x\\w+)?\\)");

    private final Positions positions = new Positions();

    Positions positions() {
        return positions;
    }

    JsonNode read(String text) throws JsonFileException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return root(parser);
        } catch (JsonProcessingException e) {
            throw notJson(e.getLocation(), reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode root(JsonParser parser) throws IOException, JsonFileException {
        try {
            if (parser.nextToken() == null) {
                throw notJson(parser.currentLocation(), "the file is empty");
            }
            JsonNode root = value(parser);
            if (parser.nextToken() != null) {
                throw notJson(parser.currentTokenLocation(), "something follows the JSON value");
            }
            return root;
        } catch (StreamConstraintsException e) {
            JsonLocation location = parser.currentLocation();
            throw new JsonFileException(
                    ProblemId.NOT_JSON,
                    location.getLineNr(),
                    Math.max(1, location.getColumnNr() - 1),
                    "the file cannot be read: " + e.getOriginalMessage(),
                    "write it shorter, or put a part of it somewhere else and refer to it by"
                            + " \"$ref\"");
        }
    }

    private JsonNode value(JsonParser parser) throws IOException, JsonFileException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(checked(parser.getText(), position(parser)));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw notJson(parser.currentTokenLocation(), "a JSON value is missing here");
        };
    }

    private ObjectNode object(JsonParser parser) throws IOException, JsonFileException {
        ObjectNode node = NODES.objectNode();
        positions.start(node, position(parser));
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Position at = position(parser);
            checkKey(checked(key, at), at);
            if (node.has(key)) {
                throw new JsonFileException(
                        ProblemId.DUPLICATE_KEY,
                        at.line(),
                        at.column(),
                        "the key \"" + key + "\" stands twice in one object",
                        "remove one of them, the first is on line "
                                + positions.key(node, key).line());
            }
            positions.key(node, key, at);
            parser.nextToken();
            positions.value(node, key, position(parser));
            node.set(key, value(parser));
        }
        return node;
    }

    private ArrayNode array(JsonParser parser) throws IOException, JsonFileException {
        ArrayNode node = NODES.arrayNode();
        positions.start(node, position(parser));
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            positions.value(node, Integer.toString(node.size()), position(parser));
            node.add(value(parser));
        }
        return node;
    }

    /** Godot has no U+0000 in texts, and half of a surrogate pair cannot be written as UTF-8. */
    private static String checked(String text, Position at) throws JsonFileException {
        boolean half = text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        if (half || text.indexOf(0) >= 0) {
            throw badText(
                    at,
                    half
                            ? "the text has one half of a surrogate pair, which is no character"
                            : "the text has the character U+0000, which Godot's texts cannot hold");
        }
        return text;
    }

    private static void checkKey(String key, Position at) throws JsonFileException {
        if (key.indexOf(0x2028) >= 0 || key.indexOf(0x2029) >= 0) {
            throw badText(at, "the name has the character U+2028 or U+2029, which parts lines");
        }
    }

    private static JsonFileException badText(Position at, String what) {
        return new JsonFileException(
                ProblemId.BAD_TEXT, at.line(), at.column(), what, "remove it or write another");
    }

    private JsonNode number(JsonParser parser) throws IOException, JsonFileException {
        BigDecimal number = parser.getDecimalValue();
        double nearest = number.doubleValue();
        if (Double.isInfinite(nearest) || nearest == 0 && number.signum() != 0) {
            Position at = position(parser);
            throw new JsonFileException(
                    ProblemId.NUMBER_RANGE,
                    at.line(),
                    at.column(),
                    "the number is beyond what a 64-bit float holds",
                    "write a number between 5e-324 and 1.7e308");
        }
        return DecimalNode.valueOf(number);
    }

    private static Position position(JsonParser parser) {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    private static JsonFileException notJson(JsonLocation location, String what) {
        return new JsonFileException(
                ProblemId.NOT_JSON,
                Math.max(1, location == null ? 1 : location.getLineNr()),
                Math.max(1, location == null ? 1 : location.getColumnNr()),
                "the file is not JSON: " + what,
                "a schema file is one JSON object (RFC 8259): no comments, no trailing commas");
    }

    /** What the parser says, without its advice on how to set it up. */
    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        return ADVICE.matcher(message).replaceAll("");
    }
}
