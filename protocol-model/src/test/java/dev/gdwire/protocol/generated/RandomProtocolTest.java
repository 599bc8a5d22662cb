package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class RandomProtocolTest {
    private static final int VALUES = 30;
    private static final int BROKEN = 10;

    /** Each try compiles a set of 20 messages, so there are few. */
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void whatIsDecodedAndEncodedIsEqual(@ForAll long seed) throws Exception {
        check(seed, RandomValues.Nulls.EVERYWHERE, RandomProtocolTest::check);
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void stockMappersReadAndWriteTheSame(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        check(
                seed,
                RandomValues.Nulls.WHERE_REQUIRED,
                (set, json) ->
                        Mappers.assertRoundTrip(
                                set, set.decode(json), Shuffled.withItsNumbers(json, random)));
    }

    /** Bytes and trees, in any order of members, whole or broken. */
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void bytesAreReadAsTreesAre(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        check(
                seed,
                RandomValues.Nulls.EVERYWHERE,
                (set, json) -> {
                    assertReadAsTree(set, json);
                    String shuffled = Shuffled.json(json, random);
                    assertThat(set.decode(shuffled)).as(shuffled).isEqualTo(set.decode(json));
                    for (int i = 0; i < BROKEN; i++) {
                        assertReadAsTree(set, Shuffled.broken(shuffled, random));
                    }
                });
    }

    private static void assertReadAsTree(CompiledSet set, String json) {
        assertThat(outcome(() -> set.decode(json)))
                .as(json)
                .isEqualTo(outcome(() -> set.decodeTree(json)));
    }

    /** The message, or what is wrong with it. */
    private static Object outcome(Supplier<Message> decode) {
        try {
            return decode.get();
        } catch (DecodeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private interface Check {
        void of(CompiledSet set, String json) throws Exception;
    }

    private static void check(long seed, RandomValues.Nulls nulls, Check check) throws Exception {
        Random random = new Random(seed);
        Protocol protocol = new RandomProtocols(random).protocol();
        Path classes = Files.createTempDirectory("gdwire-random");
        CompiledSet set = CompiledSet.of(protocol, "random.messages", classes);
        RandomValues values = new RandomValues(random, protocol, nulls);
        for (MessageDef message : protocol.messages()) {
            for (int i = 0; i < VALUES; i++) {
                check.of(set, values.json(message));
            }
        }
    }

    private static void check(CompiledSet set, String json) throws Exception {
        Message message = set.decode(json);
        String encoded = set.encode(message);
        assertThat(set.decode(encoded)).as(json).isEqualTo(message);
        assertThat(set.encode(set.decode(encoded))).isEqualTo(encoded);
        assertThat(set.encodeTwice(message)).isEqualTo(encoded + encoded);
    }
}
