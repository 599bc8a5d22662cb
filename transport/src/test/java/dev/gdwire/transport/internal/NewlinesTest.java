package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NewlinesTest {
    /** Bytes next to a newline's, and those that a borrow from the byte below may look like. */
    private static final byte[] SIGNS = {
        '\n', '\n' + 1, '\n' - 1, (byte) ('\n' + 0x80), 'x', 0, -1
    };

    @Property
    void theFirstIsFound(
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 40) int length,
            @ForAll @IntRange(min = 0, max = 40) int some,
            @ForAll @IntRange(min = 0, max = 9) int rest) {
        int from = Math.min(some, length);
        byte[] bytes = new byte[length + rest];
        for (int i = 0; i < bytes.length; i++) {
            boolean any = i < from || i >= length || random.nextInt(12) == 0;
            bytes[i] = SIGNS[any ? random.nextInt(SIGNS.length) : 1 + random.nextInt(6)];
        }
        int expected = from;
        while (expected < length && bytes[expected] != '\n') {
            expected++;
        }
        assertThat(Newlines.first(bytes, from, length))
                .isEqualTo(expected == length ? -1 : expected);
    }
}
