package dev.gdwire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.codec.ReadNative;
import dev.gdwire.protocol.codec.ReadPacked;
import dev.gdwire.protocol.godot.Bytes;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.protocol.json.Miss;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Base64 and little-endian bytes, beside the JDK's and the reader of trees. */
class PackedTest {
    private static final int PLACE = 3;

    @Property
    void floats(@ForAll @Size(max = 40) int[] bits) {
        float[] items = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            float item = Float.intBitsToFloat(bits[i]);
            items[i] = Float.isFinite(item) ? item : bits[i];
        }
        ByteBuffer bytes = buffer(items.length * Float.BYTES);
        bytes.asFloatBuffer().put(items);
        check(FloatList.of(items), bytes, FloatList::ofBytes, JsonInput::packedFloats);
    }

    @Property
    void doubles(@ForAll @Size(max = 40) long[] bits) {
        double[] items = new double[bits.length];
        for (int i = 0; i < bits.length; i++) {
            double item = Double.longBitsToDouble(bits[i]);
            items[i] = Double.isFinite(item) ? item : bits[i];
        }
        ByteBuffer bytes = buffer(items.length * Double.BYTES);
        bytes.asDoubleBuffer().put(items);
        check(DoubleList.of(items), bytes, DoubleList::ofBytes, JsonInput::packedDoubles);
    }

    @Property
    void integers(@ForAll @Size(max = 40) int[] items) {
        ByteBuffer bytes = buffer(items.length * Integer.BYTES);
        bytes.asIntBuffer().put(items);
        check(IntList.of(items), bytes, IntList::ofBytes, JsonInput::packedInts);
    }

    @Property
    void bytes(@ForAll @Size(max = 60) byte[] items) {
        check(Bytes.of(items), ByteBuffer.wrap(items), Bytes::ofBytes, JsonInput::bytes);
    }

    /** Whatever is read from bytes is read from a tree too, and is the same. */
    @Property(tries = 5000)
    void damagedText(
            @ForAll @Size(max = 60) byte[] items,
            @ForAll @IntRange(max = 80) int place,
            @ForAll @ByteRange(min = ' ', max = 126) byte sign,
            @ForAll @IntRange(max = 3) int left) {
        byte[] text = Base64.getEncoder().encode(items);
        byte[] damaged = Arrays.copyOf(text, Math.max(0, text.length - left));
        if (place < damaged.length) {
            damaged[place] = sign;
        }
        if (sign == '"' || sign == '\\') {
            return;
        }
        String base64 = new String(damaged, StandardCharsets.US_ASCII);
        byte[] json = ('"' + base64 + '"').getBytes(StandardCharsets.US_ASCII);
        JsonNode tree = StringNode.valueOf(base64);
        assertThat(direct(json, JsonInput::bytes)).isEqualTo(of(() -> ReadNative.bytes(tree)));
        assertThat(direct(json, JsonInput::packedFloats))
                .isEqualTo(of(() -> ReadPacked.floats(tree)));
        assertThat(direct(json, JsonInput::packedDoubles))
                .isEqualTo(of(() -> ReadPacked.doubles(tree)));
        assertThat(direct(json, JsonInput::packedInts)).isEqualTo(of(() -> ReadPacked.ints(tree)));
    }

    @Test
    void numbersThatAreNone() {
        for (float none : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
            for (int place = 0; place < 3; place++) {
                ByteBuffer bytes = buffer(12);
                bytes.putFloat(4 * place, none);
                assertThatThrownBy(() -> FloatList.ofBytes(bytes.array(), 0, 12))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("finite number");
            }
        }
        ByteBuffer bytes = buffer(16);
        bytes.putDouble(8, Double.NaN);
        assertThatThrownBy(() -> DoubleList.ofBytes(bytes.array(), 0, 16))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("finite number");
    }

    @Test
    void bytesOfNoWholeNumbers() {
        assertThatThrownBy(() -> IntList.ofBytes(new byte[9], 1, 8))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected whole 4-byte numbers, got 7 bytes");
        byte[] text = "AAAA".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> DoubleList.ofBase64(text, 0, 4))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("base64 of whole 8-byte numbers, got 3 bytes");
        assertThatThrownBy(() -> Bytes.ofBase64(text, 1, 4))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected base64, got \"AAA\"");
        assertThatThrownBy(() -> Bytes.ofBytes(text, 1, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private interface OfBytes<T> {
        T read(byte[] bytes, int from, int to);
    }

    private static <T extends Packed> void check(
            T value, ByteBuffer raw, OfBytes<T> ofBytes, Function<JsonInput, T> ofText) {
        byte[] bytes = raw.array();
        byte[] target = new byte[PLACE + bytes.length];
        assertThat(value.byteCount()).isEqualTo(bytes.length);
        assertThat(value.putBytes(target, PLACE)).isEqualTo(target.length);
        assertThat(Arrays.copyOfRange(target, PLACE, target.length)).isEqualTo(bytes);
        assertThat(ofBytes.read(target, PLACE, target.length)).isEqualTo(value);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        assertThat(value.toBase64()).isEqualTo(base64);
        byte[] json = JsonOutput.bytes(value, (packed, out) -> out.packed(packed));
        assertThat(json).asString(StandardCharsets.US_ASCII).isEqualTo('"' + base64 + '"');
        assertThat(direct(json, ofText)).contains(value);
    }

    private static <T> Optional<T> direct(byte[] json, Function<JsonInput, T> reader) {
        JsonInput in = new JsonInput();
        in.start(json, 0, json.length);
        return of(
                () -> {
                    T value = reader.apply(in);
                    in.finish();
                    return value;
                });
    }

    private static <T> Optional<T> of(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (Miss | InvalidValueException refused) {
            return Optional.empty();
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
