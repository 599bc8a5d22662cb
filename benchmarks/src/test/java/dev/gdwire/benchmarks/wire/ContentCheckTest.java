package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentCheckTest {
    @Test
    void theSameIsRight() {
        assertThat(ContentCheck.problem(3, 17, 3, 17)).isEmpty();
    }

    @Test
    void lostMessagesAreToldInNumbers() {
        assertThat(ContentCheck.problem(3, 17, 2, 9)).isEqualTo("3 messages were sent, 2 received");
    }

    @Test
    void otherContentIsSeen() {
        assertThat(ContentCheck.problem(3, 17, 3, 18))
                .isEqualTo("of 3 messages, others were received than were sent");
    }
}
