package dev.gdwire.benchmarks.codecs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyOrderTest {
    private static final String JSON =
            "{\"b\":[{\"z\":1,\"y\":2.50},{\"z\":3,\"y\":4}],\"a\":1.0E-5,\"d\":4,\"c\":5}";

    private static String apply(KeyOrder order) {
        return new String(order.apply(JSON.getBytes(UTF_8)), UTF_8);
    }

    @Test
    void theSchemasOrderIsThatOfTheText() {
        assertThat(apply(KeyOrder.SCHEMA)).isEqualTo(JSON.replace("1.0E-5", "0.000010"));
    }

    @Test
    void keysAreSortedAtAllLevels() {
        assertThat(apply(KeyOrder.SORTED))
                .isEqualTo(
                        "{\"a\":0.000010,\"b\":[{\"y\":2.50,\"z\":1},{\"y\":4,\"z\":3}],\"c\":5,\"d\":4}");
    }

    @Test
    void shuffledKeysAreTheSameEachTimeAndNoneIsLost() {
        String shuffled = apply(KeyOrder.SHUFFLED);
        assertThat(shuffled)
                .isEqualTo(apply(KeyOrder.SHUFFLED))
                .isNotEqualTo(apply(KeyOrder.SCHEMA))
                .isNotEqualTo(apply(KeyOrder.SORTED))
                .hasSameSizeAs(apply(KeyOrder.SORTED));
    }
}
