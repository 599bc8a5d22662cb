package dev.gdwire.protocol.generated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same JSON in other words, or nearly the same. */
final class Shuffled {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final String SIGNS = "{}[],:\"\\-+.eE0123456789 truefalsn\n\u0001";

    private Shuffled() {}

    /**
     * With members in another order, numbers and texts spelled otherwise, a space here and there.
     */
    static String json(String json, Random random) {
        return write(json, random, node -> Spelling.scalar(node, random));
    }

    /** The same with numbers as they are. */
    static String withItsNumbers(String json, Random random) {
        return write(
                json,
                random,
                node -> node.isNumber() ? node.toString() : Spelling.scalar(node, random));
    }

    private static String write(String json, Random random, Function<JsonNode, String> scalar) {
        StringBuilder out = new StringBuilder();
        write(JSON.readTree(json), random, scalar, out);
        return out.toString();
    }

    private static void write(
            JsonNode node, Random random, Function<JsonNode, String> scalar, StringBuilder out) {
        out.append(random.nextInt(5) == 0 ? " " : "");
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
            Collections.shuffle(members, random);
            out.append('{');
            for (Map.Entry<String, JsonNode> member : members) {
                out.append(out.charAt(out.length() - 1) == '{' ? "" : ",");
                out.append(Spelling.text(member.getKey(), random)).append(':');
                write(member.getValue(), random, scalar, out);
            }
            out.append('}');
        } else if (node instanceof ArrayNode items) {
            out.append('[');
            for (JsonNode item : items) {
                out.append(out.charAt(out.length() - 1) == '[' ? "" : ",");
                write(item, random, scalar, out);
            }
            out.append(']');
        } else {
            out.append(scalar.apply(node));
        }
        out.append(random.nextInt(5) == 0 ? "\t" : "");
    }

    /** With a sign changed, added or left out; mostly no valid message, or no JSON. */
    static String broken(String json, Random random) {
        int at = random.nextInt(json.length());
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        String rest = json.substring(random.nextBoolean() ? at + 1 : at);
        String broken = json.substring(0, at) + (random.nextBoolean() ? sign : "") + rest;
        // Half of a surrogate pair cannot be written in UTF-8.
        return new String(broken.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
