package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Sender;
import java.util.Locale;
import java.util.Optional;

/** What a schema's {@code x-gdwire} says; its form is checked by {@link GdwireChecker}. */
final class Gdwire {
    static final String KEY = "x-gdwire";

    private Gdwire() {}

    static Sender sender(ObjectNode schema) {
        JsonNode from = schema.path(KEY).path("from");
        return from.isTextual()
                ? Sender.valueOf(from.textValue().toUpperCase(Locale.ROOT))
                : Sender.BOTH;
    }

    static Optional<String> reply(ObjectNode schema) {
        return Optional.ofNullable(schema.path(KEY).get("reply")).map(JsonNode::textValue);
    }

    /** The name that a schema asks for. */
    static Optional<String> name(ObjectNode schema) {
        return Optional.ofNullable(schema.path(KEY).get("name")).map(JsonNode::textValue);
    }
}
