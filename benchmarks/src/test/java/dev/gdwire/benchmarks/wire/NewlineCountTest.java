package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewlineCountTest {
    @Test
    void itCountsEveryNewlineAndNothingElse() {
        Random random = new Random(1);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            int expected = 0;
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (random.nextInt(3) == 0 ? '\n' : random.nextInt(256));
                expected += bytes[i] == '\n' ? 1 : 0;
            }
            assertThat(NewlineCount.of(ByteBuffer.wrap(bytes))).isEqualTo(expected);
        }
    }

    @Test
    void neighboursOfTheNewlineAreNone() {
        byte[] bytes = {'\n', 11, 9, (byte) 0x8a, '\n', 0, (byte) 0xff, 11};
        assertThat(NewlineCount.of(ByteBuffer.wrap(bytes))).isEqualTo(2);
    }

    @Test
    void onlyTheRestOfTheBufferIsLookedAt() {
        ByteBuffer buffer = ByteBuffer.wrap("\n\nab\ncd\n".getBytes()).position(2).limit(7);
        assertThat(NewlineCount.of(buffer)).isEqualTo(1);
    }
}
