package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.jackson.GdwireModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** A mapper with the codec behind it and the codec alone: random messages in random spellings. */
class RandomMapperTest {
    private static final int VALUES = 20;
    private static final int BROKEN = 10;
    private static final String MALFORMED = "$: expected JSON object, got malformed JSON";

    /** Each try compiles a set of 20 messages, so there are few. */
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void mappersSayWhatTheCodecSays(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Protocol protocol = new RandomProtocols(random).protocol();
        CompiledSet set =
                CompiledSet.of(
                        protocol, "random.messages", Files.createTempDirectory("gdwire-random"));
        Behind behind = new Behind(set);
        RandomValues values = new RandomValues(random, protocol, RandomValues.Nulls.EVERYWHERE);
        for (MessageDef message : protocol.messages()) {
            for (int i = 0; i < VALUES; i++) {
                behind.check(Shuffled.json(values.json(message), random), random);
            }
        }
    }

    /** A set and the mapper before it. */
    private static final class Behind {
        private final CompiledSet set;
        private final JsonMapper mapper;
        private final Class<?> root;

        Behind(CompiledSet set) {
            this.set = set;
            this.mapper = JsonMapper.builder().addModule(GdwireModule.of(set.protocol())).build();
            this.root = set.protocol().root();
        }

        void check(String json, Random random) {
            Message message = set.decode(json);
            assertThat((Object) mapper.readValue(json, root)).as(json).isEqualTo(message);
            assertThat((Object) mapper.readValue(json, message.getClass())).isEqualTo(message);
            assertThat(mapper.treeToValue(mapper.readTree(json), message.getClass()))
                    .isEqualTo(message);
            assertWritten(message);
            for (int i = 0; i < BROKEN; i++) {
                assertSameVerdict(Shuffled.broken(json, random));
            }
        }

        /** As it is, pretty, by way of a tree, and as a part of something else. */
        private void assertWritten(Message message) {
            String json = set.encode(message);
            assertThat(mapper.writeValueAsString(message)).isEqualTo(json);
            assertThat(mapper.writeValueAsBytes(message))
                    .isEqualTo(json.getBytes(StandardCharsets.UTF_8));
            String pretty = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(message);
            assertThat(set.decode(pretty)).as(pretty).isEqualTo(message);
            assertThat((Object) mapper.treeToValue(mapper.valueToTree(message), root))
                    .as(json)
                    .isEqualTo(message);
        }

        private void assertSameVerdict(String json) {
            Object verdict = verdict(json);
            Object mapped = mapped(json);
            if (verdict instanceof String words && words.startsWith(MALFORMED)) {
                // A fault may be found before what is wrong behind it.
                assertThat(mapped).as(json).isInstanceOf(String.class);
            } else {
                assertThat(mapped).as(json).isEqualTo(verdict);
            }
        }

        private Object verdict(String json) {
            try {
                return set.decode(json);
            } catch (DecodeException e) {
                return String.valueOf(e.getMessage());
            }
        }

        private Object mapped(String json) {
            try {
                return mapper.readValue(json.getBytes(StandardCharsets.UTF_8), root);
            } catch (StreamReadException e) {
                return MALFORMED;
            } catch (DatabindException e) {
                return e.getOriginalMessage();
            }
        }
    }
}
