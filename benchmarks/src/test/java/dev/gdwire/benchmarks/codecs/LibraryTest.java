package dev.gdwire.benchmarks.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {
    static Stream<Arguments> all() {
        return Arrays.stream(Library.values())
                .flatMap(
                        library ->
                                Arrays.stream(Sample.values())
                                        .filter(
                                                sample ->
                                                        !library.isPacked()
                                                                || sample == Sample.FLOATS)
                                        .map(sample -> Arguments.of(library, sample)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLibraryWritesTheMessage(Library library, Sample sample) throws IOException {
        SamplesMessage message = sample.message();
        RoundTrip.requireWritten(library.codec(message), message);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLibraryReadsEveryOrderOrIsKnownNotTo(Library library, Sample sample)
            throws IOException {
        SamplesMessage message = sample.message();
        Codec codec = library.codec(message);
        for (KeyOrder keys : KeyOrder.values()) {
            byte[] json = keys.apply(SamplesProtocol.INSTANCE.encode(message));
            json = codec.readable(json);
            assertThat(codec.message(codec.decode(json)).equals(message))
                    .isEqualTo(library.reads(sample));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GDWIRE_BASE64", "GDWIRE_BLOB"})
    void anotherMessageIsNoted(Library library) {
        Codec codec = library.codec(Sample.SMALL.message());
        SamplesMessage other = Sample.MEDIUM.message();
        assertThatIllegalStateException().isThrownBy(() -> RoundTrip.requireWritten(codec, other));
        assertThatIllegalStateException()
                .isThrownBy(() -> RoundTrip.requireRead(codec, codec.encoded(), other));
    }
}
