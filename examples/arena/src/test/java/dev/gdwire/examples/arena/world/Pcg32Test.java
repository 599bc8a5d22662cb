package dev.gdwire.examples.arena.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Pcg32Test {
    /** The first round of pcg32-demo, which the generator's author publishes with its code. */
    @Test
    void givesThePublishedNumbers() {
        Pcg32 random = new Pcg32(42, 54);
        assertThat(LongStream.generate(random::nextBits).limit(6).toArray())
                .containsExactly(
                        0xa15c02b7L,
                        0x7b47f409L,
                        0xba1d3330L,
                        0x83d2f293L,
                        0xbfa4784bL,
                        0xcbed606eL);
    }

    @Property
    void staysBetweenItsBounds(@ForAll long seed, @ForAll long stream) {
        Pcg32 random = new Pcg32(seed, stream);
        for (int draw = 0; draw < 20; draw++) {
            assertThat(random.between(-2.0, 3.0)).isGreaterThanOrEqualTo(-2.0).isLessThan(3.0);
        }
    }
}
