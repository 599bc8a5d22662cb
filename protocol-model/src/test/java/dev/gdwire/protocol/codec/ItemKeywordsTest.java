package dev.gdwire.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gdwire.protocol.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemKeywordsTest {
    private static final int MANY = 60_000;

    /** Numbers, texts, arrays and objects of the same hash each. */
    static Stream<IntFunction<JsonValue>> collisions() {
        return Stream.of(
                ItemKeywordsTest::number,
                i -> JsonValue.of(text(i)),
                i -> JsonValue.ofItems(List.of(number(i), JsonValue.TRUE)),
                i -> JsonValue.ofMembers(Map.of("a", number(i), "b", JsonValue.NULL)),
                i -> JsonValue.ofMembers(Map.of(text(i), JsonValue.NULL)));
    }

    private static JsonValue number(int i) {
        long high = 0x40000000L + i;
        return JsonValue.of(Double.longBitsToDouble(high << Integer.SIZE | high));
    }

    private static String text(int i) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("collisions")
    void valuesOfOneHashTakeNoLonger(IntFunction<JsonValue> values) {
        List<JsonValue> items = new ArrayList<>(IntStream.range(0, MANY).mapToObj(values).toList());
        assertThat(items.stream().mapToInt(JsonValue::hashCode).distinct().count()).isEqualTo(1);
        assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(ItemKeywords.firstTwice(items)).isNull());
        items.add(values.apply(7));
        assertThat(ItemKeywords.firstTwice(items))
                .isEqualTo(Fault.of("items that all differ", "the same at 7 and " + MANY));
    }

    @Property
    void theOrderOfKeysIsThatOfEqualValues(
            @ForAll("values") JsonValue one,
            @ForAll("values") JsonValue other,
            @ForAll("values") JsonValue third) {
        int order = new JsonKey(one).compareTo(new JsonKey(other));
        assertThat(order == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(new JsonKey(other).compareTo(new JsonKey(one))))
                .isEqualTo(-Integer.signum(order));
        int next = new JsonKey(other).compareTo(new JsonKey(third));
        if (order <= 0 && next <= 0) {
            assertThat(new JsonKey(one).compareTo(new JsonKey(third))).isNotPositive();
        }
    }

    @Provide
    Arbitrary<JsonValue> values() {
        Arbitrary<JsonValue> scalars =
                Arbitraries.of(
                        JsonValue.NULL,
                        JsonValue.TRUE,
                        JsonValue.FALSE,
                        JsonValue.of(0),
                        JsonValue.of(-0.0),
                        JsonValue.of(1),
                        JsonValue.of(""),
                        JsonValue.of("a"));
        return Arbitraries.recursive(
                () -> scalars,
                inner ->
                        Arbitraries.oneOf(
                                scalars,
                                inner.list().ofMaxSize(2).map(JsonValue::ofItems),
                                Arbitraries.maps(Arbitraries.of("a", "b"), inner)
                                        .map(JsonValue::ofMembers)),
                2);
    }
}
