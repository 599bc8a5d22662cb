package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.rich.Maps;
import dev.gdwire.integration.rich.Nested;
import dev.gdwire.integration.rich.RichProtocol;
import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.LongList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every kind of text and of number, through a real game and back. */
@Tag("godot")
class GodotScalarEchoTest {
    private static final int BLOCK = 8192;
    private static final int PER_EXPONENT = 64;
    private static final long LARGEST = (1L << 53) - 1;
    private static final Nested EMPTY =
            (Nested)
                    RichProtocol.INSTANCE.decode(
                            """
                            {"type":"nested","grid":[],"points":[],"ids":[],"flags":[],"colors":[],
                             "counts":{},"groups":{},"holes":[],"floats":[],"numbers":[],"smalls":[],
                             "wholes":[],"maps":[]}\
                            """
                                    .getBytes(StandardCharsets.UTF_8));

    private static EchoGame game;

    /** A fixed seed: what fails, fails again. */
    private final Random random = new Random(1);

    @BeforeAll
    static void start() throws IOException {
        game = EchoGame.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (game != null) {
            game.close();
        }
    }

    @Test
    void everyCharacterIsKeptInTextsAndNames() {
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += BLOCK) {
            Map<String, String> characters = new LinkedHashMap<>();
            for (int code = Math.max(first, 1); code < first + BLOCK; code++) {
                if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
                    String text = Character.toString(code);
                    characters.put(text, "\\" + text + "\"" + text);
                }
            }
            Nested sent = EMPTY.withMaps(List.of(characters));
            assertThat(game.back(sent)).isEqualTo(sent);
        }
    }

    @Test
    void integersAreKeptToTheirLimits() {
        LongStream edges =
                LongStream.of(0, 1L << 31, 1L << 32, 1L << 52, LARGEST - 2)
                        .flatMap(edge -> LongStream.rangeClosed(edge - 2, edge + 2));
        LongStream any = random.longs(BLOCK, -LARGEST, LARGEST);
        long[] wholes =
                LongStream.concat(edges, any)
                        .flatMap(whole -> LongStream.of(whole, -whole))
                        .toArray();
        Nested sent = EMPTY.withWholes(LongList.of(wholes));
        assertThat(game.back(sent)).isEqualTo(sent);
    }

    @Test
    void all64BitsOfAnIntegerAreKept() {
        Map<String, Long> ids = new LinkedHashMap<>();
        LongStream.concat(
                        LongStream.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, -1, 0),
                        LongStream.concat(
                                LongStream.range(0, 63).map(bit -> 1L << bit), random.longs(BLOCK)))
                .forEach(id -> ids.put("id" + id, id));
        Maps sent = Maps.of().withIds(ids);
        assertThat(game.back(sent)).isEqualTo(sent);
    }

    @Test
    void numbersOf32BitsAreKept() {
        List<Float> floats = new ArrayList<>();
        for (int exponent = 0; exponent < 0xff; exponent++) {
            for (int i = 0; i < PER_EXPONENT; i++) {
                int mantissa =
                        i < 24 ? 1 << i - 1 : i < 32 ? 0x7fffff - i + 24 : random.nextInt(1 << 23);
                float value = Float.intBitsToFloat(exponent << 23 | mantissa & 0x7fffff);
                floats.add(value);
                floats.add(0f - value);
            }
            if (floats.size() > BLOCK || exponent == 0xfe) {
                float[] block = new float[floats.size()];
                for (int i = 0; i < block.length; i++) {
                    block[i] = floats.get(i);
                }
                Nested sent = EMPTY.withFloats(FloatList.of(block));
                assertThat(game.back(sent)).isEqualTo(sent);
                floats.clear();
            }
        }
    }

    @Test
    void numbersOf64BitsAreKeptButForTheirLastPlace() {
        double[] worst = new double[2];
        for (int exponent = 1023 - 963; exponent < 0x7ff; exponent += 16) {
            double[] sent = new double[16 * PER_EXPONENT];
            for (int i = 0; i < sent.length; i++) {
                long biased = Math.min(exponent + i / PER_EXPONENT, 0x7fe);
                sent[i] = Double.longBitsToDouble(biased << 52 | random.nextLong() >>> 12);
            }
            Nested back = (Nested) game.back(EMPTY.withNumbers(DoubleList.of(sent)));
            for (int i = 0; i < sent.length; i++) {
                double off = Math.abs(back.numbers().get(i) - sent[i]) / Math.ulp(sent[i]);
                int part = sent[i] >= 1e-6 && sent[i] <= 1e22 ? 0 : 1;
                worst[part] = Math.max(worst[part], off);
            }
        }
        assertThat(worst[0]).isLessThanOrEqualTo(1);
        assertThat(worst[1]).isLessThanOrEqualTo(4);
    }
}
