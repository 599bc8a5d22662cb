package dev.gdwire.protocol.godot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.BooleanList;
import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.LongList;
import dev.gdwire.protocol.Maybe;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NativeTypesTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new Vector2(1, -0.5f), "[1.0,-0.5]"),
                Arguments.of(new Vector2i(1, -2), "[1,-2]"),
                Arguments.of(new Vector3(1, 2, 3.5f), "[1.0,2.0,3.5]"),
                Arguments.of(new Vector3i(1, 2, 3), "[1,2,3]"),
                Arguments.of(new Vector4(1, 2, 3, 4), "[1.0,2.0,3.0,4.0]"),
                Arguments.of(Quaternion.IDENTITY, "[0.0,0.0,0.0,1.0]"),
                Arguments.of(new Color(1, 0.5f, 0), "[1.0,0.5,0.0,1.0]"),
                Arguments.of(new Rect2(new Vector2(1, 2), new Vector2(3, 4)), "[1.0,2.0,3.0,4.0]"),
                Arguments.of(
                        new Aabb(new Vector3(1, 2, 3), new Vector3(4, 5, 6)),
                        "[1.0,2.0,3.0,4.0,5.0,6.0]"),
                Arguments.of(Basis.IDENTITY, "[1.0,0.0,0.0,0.0,1.0,0.0,0.0,0.0,1.0]"),
                Arguments.of(
                        new Transform2D(new Vector2(1, 2), new Vector2(3, 4), new Vector2(5, 6)),
                        "[1.0,2.0,3.0,4.0,5.0,6.0]"),
                Arguments.of(
                        new Transform3D(Basis.IDENTITY, new Vector3(7, 8, 9)),
                        "[1.0,0.0,0.0,0.0,1.0,0.0,0.0,0.0,1.0,7.0,8.0,9.0]"),
                Arguments.of(new Plane(new Vector3(0, 1, 0), 2), "[0.0,1.0,0.0,2.0]"),
                Arguments.of(new NodePath("Player/Camera:fov"), "\"Player/Camera:fov\""),
                Arguments.of(new StringName("jump"), "\"jump\""),
                Arguments.of(Bytes.of((byte) 1, (byte) -1), "\"Af8=\""),
                Arguments.of(DoubleList.of(1.5, 2), "[1.5,2.0]"),
                Arguments.of(FloatList.of(1.5f, 2), "[1.5,2.0]"),
                Arguments.of(LongList.of(1, -9007199254740991L), "[1,-9007199254740991]"),
                Arguments.of(IntList.of(1, 2), "[1,2]"),
                Arguments.of(BooleanList.of(true, false), "[true,false]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void stockJackson2ReadsAndWritesThem(Object value, String json) throws Exception {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        assertThat(mapper.writeValueAsString(value)).isEqualTo(json);
        assertThat((Object) mapper.readValue(json, value.getClass())).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void stockJackson3ReadsAndWritesThem(Object value, String json) {
        var mapper = new tools.jackson.databind.ObjectMapper();
        assertThat(mapper.writeValueAsString(value)).isEqualTo(json);
        assertThat((Object) mapper.readValue(json, value.getClass()))
                .isEqualTo(value)
                .hasSameHashCodeAs(value);
    }

    @Test
    void numbersThatJsonDoesNotHaveAreRefused() {
        assertThatThrownBy(() -> new Vector3(0, Float.NaN, 0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("y: expected finite number, got NaN");
        assertThatThrownBy(() -> DoubleList.of(0, Double.POSITIVE_INFINITY))
                .hasMessage("[1]: expected finite number, got Infinity");
        assertThatThrownBy(() -> LongList.of(1L << 53))
                .hasMessage("[0]: expected integer within +-(2^53-1), got integer");
    }

    @Test
    void theWrongNumberOfNumbersIsRefused() {
        assertThatThrownBy(() -> Vector3.of(1, 2)).hasMessage("expected 3 numbers, got 2 items");
        assertThatThrownBy(() -> Basis.of(1, 2)).hasMessage("expected 9 numbers, got 2 items");
    }

    @Test
    void nobodyCanChangeAList() {
        double[] items = {1, 2};
        DoubleList list = DoubleList.of(items);
        items[0] = 5;
        list.toArray()[1] = 5;
        assertThat(list).containsExactly(1.0, 2.0);
        assertThat(list.stream().sum()).isEqualTo(3);
    }

    @Test
    void bytesAreStrictBase64() {
        assertThat(Bytes.ofBase64("AQID")).isEqualTo(Bytes.of((byte) 1, (byte) 2, (byte) 3));
        assertThatThrownBy(() -> Bytes.ofBase64("AQI")).hasMessage("expected base64, got \"AQI\"");
        assertThatThrownBy(() -> Bytes.ofBase64("A*I="))
                .hasMessage("expected base64, got \"A*I=\"");
    }

    @Test
    void textThatUtf8CannotHoldIsRefused() {
        assertThatThrownBy(() -> new StringName("a\ud800"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("expected Unicode text, got a lone surrogate at 1");
    }

    @Test
    void maybeHasThreeStates() {
        assertThat(Maybe.absent()).isNotEqualTo(Maybe.ofNull()).hasToString("absent");
        assertThat(Maybe.ofNullable(null)).isEqualTo(Maybe.ofNull()).hasToString("null");
        assertThat(Maybe.of(1).map(n -> n + 1)).isEqualTo(Maybe.of(2)).hasToString("2");
        assertThat(Maybe.<Integer>ofNull().orElse(3)).isEqualTo(3);
        assertThatThrownBy(() -> Maybe.absent().get())
                .hasMessage("the property is absent; ask isValue() first");
    }
}
