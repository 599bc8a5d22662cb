package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.protocol.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class RandomProtocolTest {
    private static final int VALUES = 30;

    /** Each try compiles a set of 20 messages, so there are few. */
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void whatIsDecodedAndEncodedIsEqual(@ForAll long seed) throws Exception {
        RandomProtocols random = new RandomProtocols(seed);
        Protocol protocol = random.protocol();
        Path classes = Files.createTempDirectory("gdwire-random");
        CompiledSet set = CompiledSet.of(protocol, "random.messages", classes);
        for (MessageDef message : protocol.messages()) {
            for (int i = 0; i < VALUES; i++) {
                check(set, random.json(message));
            }
        }
    }

    private static void check(CompiledSet set, String json) throws Exception {
        Message message = set.decode(json);
        String encoded = set.encode(message);
        assertThat(set.decode(encoded)).as(json).isEqualTo(message);
        assertThat(set.encode(set.decode(encoded))).isEqualTo(encoded);
    }
}
