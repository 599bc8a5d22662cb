package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.merge.PlainSet;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Names the items of a tuple: by their titles when all have good ones that differ. */
final class TupleLabels {
    private TupleLabels() {}

    static List<String> of(PlainSet plain, List<ObjectNode> items) {
        List<String> titles = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            titles.add(String.join("_", Words.of(title(plain.schema(items.get(i)).sources()))));
            numbers.add("item_" + i);
        }
        boolean good =
                titles.stream().noneMatch(String::isEmpty)
                        && new HashSet<>(titles).size() == titles.size();
        return good ? titles : numbers;
    }

    private static String title(List<Location> sources) {
        return sources.stream()
                .map(source -> source.node().path("title"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("");
    }
}
