package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
    private final LineLog log = new LineLog();

    @Test
    void twoLinesInOneRead() {
        feed(new LineDecoder(10, log), "one\ntwo\n");
        assertThat(log.found).containsExactly("line one", "line two");
    }

    @Test
    void oneLineInTwoReads() {
        LineDecoder decoder = new LineDecoder(10, log);
        feed(decoder, "on");
        assertThat(log.found).isEmpty();
        feed(decoder, "e\n");
        assertThat(log.found).containsExactly("line one");
    }

    @Test
    void lineOfExactlyTheLimitPassesWithEitherNewline() {
        LineDecoder decoder = new LineDecoder(4, log);
        feed(decoder, "1234\n");
        feed(decoder, "1234\r");
        feed(decoder, "\n");
        assertThat(log.found).containsExactly("line 1234", "line 1234");
    }

    @Test
    void longLineIsReportedAtOnceWithItsLengthSoFarAndTheLimit() {
        StringBuilder reports = new StringBuilder();
        LineDecoder decoder =
                new LineDecoder(
                        4,
                        new LineSink() {
                            @Override
                            public void line(byte[] bytes, int offset, int length) {
                                reports.append("line of ").append(length).append("; ");
                            }

                            @Override
                            public void tooLong(long lengthSoFar, int limit) {
                                reports.append(lengthSoFar + " over " + limit + "; ");
                            }

                            @Override
                            public void truncated(byte[] bytes, int offset, int length) {
                                reports.append("truncated ").append(length).append("; ");
                            }
                        });
        feed(decoder, "12345");
        assertThat(reports).hasToString("5 over 4; ");
        feed(decoder, "6789");
        feed(decoder, "0\nok\nhal");
        decoder.end();
        assertThat(reports).hasToString("5 over 4; line of 2; truncated 3; ");
    }

    @Test
    void aNarrowDecoderKeepsNothingOfALongerLineUntilItIsWidened() {
        LineDecoder decoder = new LineDecoder(1000, log);
        decoder.narrow(4);
        feed(decoder, "1234\n12345");
        assertThat(log.found).containsExactly("line 1234", "too long");
        feed(decoder, "6".repeat(900) + "\n");
        assertThat(decoder.capacity()).isLessThanOrEqualTo(5);
        decoder.widen();
        feed(decoder, "12345\n");
        assertThat(log.found).containsExactly("line 1234", "too long", "line 12345");
        decoder.narrow(2000);
        assertThat(decoder.limit()).isEqualTo(1000);
    }

    @Test
    void limitMustBePositive() {
        assertThatThrownBy(() -> new LineDecoder(0, log))
                .hasMessage("A line's limit must be from 1 to 2^31-2 bytes: 0");
    }

    @Test
    void emptyLinesMeanNothing() {
        feed(new LineDecoder(4, log), "\n\r\n\n\r\nx\n\n");
        assertThat(log.found).isEqualTo(List.of("line x"));
    }

    private static void feed(LineDecoder decoder, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        decoder.feed(bytes, 0, bytes.length);
    }
}
