package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LineDecoderPropertyTest {
    @Property
    void anyBytesCutAnywhereGiveTheFramesOfTheModel(
            @ForAll("streams") byte[] stream,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 30) Integer> cuts,
            @ForAll @IntRange(min = 1, max = 40) int limit) {
        assertThat(decode(stream, cuts, limit)).isEqualTo(LineModel.split(stream, limit));
    }

    @Property
    void lineOfAnyTextSurvivesEveryCut(
            @ForAll("texts") String text,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 5) Integer> cuts) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] stream = (text + "\r\n\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
        String line = "line " + new String(utf8, StandardCharsets.ISO_8859_1);
        assertThat(decode(stream, cuts, Math.max(1, utf8.length))).containsExactly(line, line);
    }

    @Property
    void memoryStaysWithinTheLimit(
            @ForAll("streams") byte[] stream,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 30) Integer> cuts,
            @ForAll @IntRange(min = 1, max = 40) int limit) {
        LineDecoder decoder = new LineDecoder(limit, new LineLog());
        int offset = 0;
        for (int i = 0; offset < stream.length; i++) {
            int length = Math.min(cuts.get(i % cuts.size()), stream.length - offset);
            decoder.feed(stream, offset, length);
            assertThat(decoder.capacity()).isLessThanOrEqualTo(limit + 1);
            offset += length;
        }
    }

    @Property
    void goodLineAfterAnyGarbageIsFound(
            @ForAll("streams") byte[] garbage,
            @ForAll @IntRange(min = 1, max = 30) int cut,
            @ForAll @IntRange(min = 4, max = 40) int limit) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(garbage);
        stream.writeBytes("\ngood\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(decode(stream.toByteArray(), List.of(cut), limit)).endsWith("line good");
    }

    private static List<String> decode(byte[] stream, List<Integer> cuts, int limit) {
        LineLog log = new LineLog();
        LineDecoder decoder = new LineDecoder(limit, log);
        int offset = 0;
        for (int i = 0; offset < stream.length; i++) {
            int length = Math.min(cuts.get(i % cuts.size()), stream.length - offset);
            // A copy that is wiped after the call: the decoder may not hold on to what it was lent.
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
        Arbitrary<Byte> framing = Arbitraries.of((byte) '\n', (byte) '\r', (byte) 'a', (byte) '{');
        Arbitrary<Byte> any = Arbitraries.bytes();
        return Arbitraries.frequencyOf(Tuple.of(3, framing), Tuple.of(2, any))
                .array(byte[].class)
                .ofMaxSize(200);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aé€\"{}\\ ")
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(text -> text + "\uD83D\uDE00");
    }
}
