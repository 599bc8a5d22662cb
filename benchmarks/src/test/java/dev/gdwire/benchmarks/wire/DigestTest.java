package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.benchmarks.samples.Medium;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.benchmarks.samples.Small;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestTest {
    @ParameterizedTest
    @EnumSource
    void whatIsReadHasTheDigestOfWhatWasWritten(Shape shape) {
        for (SamplesMessage message : shape.lap()) {
            byte[] json = SamplesProtocol.INSTANCE.encode(message);
            assertThat(Digest.of(SamplesProtocol.INSTANCE.decode(json)))
                    .isEqualTo(Digest.of(message));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyHasTheDigestOfTheMessageThatWasAskedFor(Shape shape) {
        List<SamplesMessage> lap = shape.lap();
        List<SamplesMessage> requests = shape.requests();
        for (int i = 0; i < Shape.LAP; i++) {
            assertThat(Requests.reply(requests.get(i))).isEqualTo(lap.get(i));
        }
    }

    @Test
    void eachFieldOfASmallMessageCounts() {
        Small small = new Small(1, "blue", 2.5, true);
        assertThat(
                        List.of(
                                small.withEntity(2),
                                small.withTeam("red"),
                                small.withHealth(2.25),
                                small.withAlive(false)))
                .allSatisfy(other -> assertThat(Digest.of(other)).isNotEqualTo(Digest.of(small)));
    }

    @Test
    void fieldsOfAMediumMessageCount() {
        Medium medium = (Medium) Shape.MEDIUM.lap().get(0);
        Medium next = (Medium) Shape.MEDIUM.lap().get(1);
        assertThat(
                        List.of(
                                medium.withStep(medium.step() + 1),
                                medium.withNote("none"),
                                medium.withPosition(next.position()),
                                medium.withObservation(next.observation()),
                                medium.withTerminated(!medium.terminated())))
                .allSatisfy(other -> assertThat(Digest.of(other)).isNotEqualTo(Digest.of(medium)));
    }
}
