package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Lines with blobs before them, beside the model. */
class BlobUnitsPropertyTest {
    @Property(tries = 3000)
    void anyBytesCutAnywhereGiveTheUnitsOfTheModel(
            @ForAll("streams") byte[] stream,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 30) Integer> cuts,
            @ForAll @IntRange(min = 1, max = 60) int limit) {
        assertThat(decode(stream, cuts, limit)).isEqualTo(UnitModel.split(stream, limit));
    }

    @Property(tries = 3000)
    void goodUnitsAreFoundWhole(
            @ForAll Random random,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 30) Integer> cuts) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        StringBuilder expected = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            byte[] blob = new byte[random.nextInt(20)];
            random.nextBytes(blob);
            stream.writeBytes(ascii("#" + blob.length + (random.nextBoolean() ? "\n" : "\r\n")));
            stream.writeBytes(blob);
            stream.write('\n');
            expected.append("blob ").append(text(blob)).append(' ');
        }
        stream.writeBytes(ascii("{}\n[]\n"));
        assertThat(decode(stream.toByteArray(), cuts, 1000))
                .containsExactly(expected + "line {}", "line []");
    }

    @Property
    void memoryStaysWithinTheLimit(
            @ForAll("streams") byte[] stream,
            @ForAll @IntRange(min = 1, max = 30) int cut,
            @ForAll @IntRange(min = 1, max = 40) int limit) {
        LineDecoder decoder = new LineDecoder(limit, new LineLog());
        decoder.acceptBlobs();
        for (int at = 0; at < stream.length; at += cut) {
            decoder.feed(stream, at, Math.min(cut, stream.length - at));
            assertThat(decoder.capacity()).isLessThanOrEqualTo(limit + 1);
        }
    }

    @Test
    void unitsAreHandedOnWhereTheyLie() {
        byte[] stream = ascii("{}\n#3\nabc\n#0\n\n{\"a\":1}\r\n");
        int[] places = new int[1];
        LineDecoder decoder =
                new LineDecoder(
                        100,
                        new LineSink() {
                            @Override
                            public void line(byte[] bytes, int offset, int length) {
                                assertThat(bytes).isSameAs(stream);
                            }

                            @Override
                            public void lineWithBlobs(
                                    byte[] bytes,
                                    int offset,
                                    int length,
                                    dev.gdwire.protocol.json.Blobs blobs) {
                                assertThat(bytes).isSameAs(stream);
                                assertThat(blobs.count()).isEqualTo(2);
                                assertThat(blobs.start(0)).isEqualTo(6);
                                assertThat(blobs.end(0)).isEqualTo(9);
                                places[0] = offset;
                            }

                            @Override
                            public void tooLong(long lengthSoFar, int limit) {
                                throw new AssertionError();
                            }

                            @Override
                            public void truncated(byte[] bytes, int offset, int length) {
                                throw new AssertionError();
                            }
                        });
        decoder.acceptBlobs();
        decoder.feed(stream, 0, stream.length);
        assertThat(places[0]).isEqualTo(14);
        assertThat(decoder.capacity()).isZero();
    }

    @Test
    void whoAcceptsNoBlobsSeesLines() {
        LineLog log = new LineLog();
        byte[] stream = ascii("#3\nabc\n{}\n");
        new LineDecoder(100, log).feed(stream, 0, stream.length);
        assertThat(log.found).containsExactly("line #3", "line abc", "line {}");
    }

    @Test
    void whatIsWrongWithABlobCostsItsUnitOnly() {
        assertThat(decode("#03\n{}\n")).containsExactly("malformed", "line {}");
        assertThat(decode("#\n{}\n")).containsExactly("malformed", "line {}");
        assertThat(decode("#-1\n{}\n")).containsExactly("malformed", "line {}");
        assertThat(decode("#2147483647\n{}\n")).containsExactly("malformed", "line {}");
        assertThat(decode("#2\nabc\n{}\n")).containsExactly("malformed", "line {}");
        assertThat(decode("#2\nab\n\n{}\n")).containsExactly("malformed", "line {}");
        assertThat(decode("#2\nab\n\r\n{}\n")).containsExactly("malformed", "line {}");
        assertThat(decode("#1\n\n\n#2\nab\nxy\n{}\n"))
                .containsExactly("blob \n blob ab line xy", "line {}");
        assertThat(decode("#99\n" + "\n".repeat(99) + "\nxy\n{}\n"))
                .containsExactly("too long", "line {}");
        assertThat(decode("#4\nab")).containsExactly("truncated #4\nab");
        assertThat(decode("#4")).containsExactly("truncated #4");
    }

    private static List<String> decode(String stream) {
        return decode(ascii(stream), List.of(1000), 60);
    }

    private static List<String> decode(byte[] stream, List<Integer> cuts, int limit) {
        LineLog log = new LineLog();
        LineDecoder decoder = new LineDecoder(limit, log);
        decoder.acceptBlobs();
        int offset = 0;
        for (int i = 0; offset < stream.length; i++) {
            int length = Math.min(cuts.get(i % cuts.size()), stream.length - offset);
            byte[] lent = new byte[length + 2];
            System.arraycopy(stream, offset, lent, 1, length);
            decoder.feed(lent, 1, length);
            Arrays.fill(lent, (byte) '!');
            offset += length;
        }
        decoder.end();
        return log.found;
    }

    @Provide
    Arbitrary<byte[]> streams() {
        return Arbitraries.of(
                        "#",
                        "#",
                        "\n",
                        "\n",
                        "\r\n",
                        "\r",
                        "0",
                        "1",
                        "2",
                        "5",
                        "#3\n",
                        "#0\n\n",
                        "#2\nab\n",
                        "#1\r\n\n\n",
                        "{}",
                        "{}\n",
                        "#50\n",
                        "a",
                        "\u0000",
                        "-",
                        "#2147483646\n")
                .list()
                .ofMaxSize(40)
                .map(pieces -> ascii(String.join("", pieces)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
