package dev.gdwire.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
    private static final FieldName NAME = FieldName.of("a\"b");

    private final JsonOutput out = new JsonOutput();

    @Test
    void objectsAndArrays() {
        int object = out.start();
        out.field(NAME, 1);
        out.name(FieldName.withText("t", "x\ny"));
        out.field(FieldName.of("flag"), true);
        out.name("empty");
        out.endArray(out.start());
        out.name("list");
        int list = out.start();
        out.item(-0.5);
        out.item("é\u0001😀");
        out.int64Item(Long.MIN_VALUE);
        out.item();
        out.endObject(out.start());
        out.endArray(list);
        out.name(NAME);
        out.nothing();
        out.endObject(object);
        assertThat(text())
                .isEqualTo(
                        "{\"a\\\"b\":1,\"t\":\"x\\n"
                                + "y\",\"flag\":true,\"empty\":[],\"list\":[-0.5,\"é\\u0001😀\","
                                + "\"-9223372036854775808\",{}],\"a\\\"b\":null}");
    }

    @Test
    void whatIsGivenUpHasNeverBeen() {
        out.raw("1".getBytes(StandardCharsets.US_ASCII));
        int first = out.start();
        for (int level = 1; level < JsonWriter.MOST_LEVELS; level++) {
            out.item();
            out.start();
        }
        assertThatThrownBy(out::start)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most 64 levels");
        out.giveUp(first);
        out.endArray(out.start());
        assertThat(text()).isEqualTo("1[]");
        out.clear();
        assertThat(out.size()).isZero();
    }

    @Test
    void numbersThatJsonHasNotAreRefused() {
        assertThatThrownBy(() -> out.number(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no number NaN");
        assertThatThrownBy(() -> out.float32(Float.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void bytesAreBase64(@ForAll byte @Size(max = 700) [] bytes) {
        JsonOutput text = new JsonOutput();
        text.packed(dev.gdwire.protocol.godot.Bytes.of(bytes));
        assertThat(new String(text.toByteArray(), StandardCharsets.US_ASCII))
                .isEqualTo('"' + Base64.getEncoder().encodeToString(bytes) + '"');
    }

    /** Lists make room for some items at once. */
    @Property(tries = 200)
    void listsAreWrittenAsTheirItemsAre(
            @ForAll @Size(max = 100) List<@DoubleRange(min = -1e20, max = 1e20) Double> values,
            @ForAll @IntRange(max = 300) int before) {
        double[] doubles = values.stream().mapToDouble(each -> each).toArray();
        float[] floats = new float[doubles.length];
        JsonOutput lists = new JsonOutput();
        JsonOutput items = new JsonOutput();
        lists.raw(new byte[before]);
        items.raw(new byte[before]);
        for (int i = 0; i < doubles.length; i++) {
            floats[i] = (float) doubles[i];
            items.item(doubles[i]);
        }
        for (float value : floats) {
            items.item(value);
        }
        lists.items(DoubleList.of(doubles));
        lists.items(FloatList.of(floats));
        assertThat(lists.toByteArray()).isEqualTo(items.toByteArray());
    }

    /** Text that is not plain is written by parts, which part no character. */
    @Property(tries = 300)
    void longTextIsWrittenByParts(@ForAll @Size(max = 400) List<@IntRange(max = 4) Integer> kinds) {
        StringBuilder value = new StringBuilder();
        kinds.forEach(kind -> value.append(List.of("a", "\n", "é", "€", "😀").get(kind)));
        JsonOutput output = new JsonOutput();
        output.text(value.toString());
        String expected = '"' + value.toString().replace("\n", "\\n") + '"';
        assertThat(new String(output.toByteArray(), StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    private String text() {
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }
}
