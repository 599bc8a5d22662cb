package dev.gdwire.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.cli.soak.messages.Numbered;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final int MANY = 20_000;

    private final Content content = new Content(1, Content.Stream.FROM_JAVA);

    @Test
    void theSameNumberIsTheSameContentAndOtherSeedsAndStreamsHaveOthers() {
        Content again = new Content(1, Content.Stream.FROM_JAVA);
        Content otherSeed = new Content(2, Content.Stream.FROM_JAVA);
        Content otherStream = new Content(1, Content.Stream.FROM_GAME);
        assertThat(again.numbered(77)).isEqualTo(content.numbered(77));
        assertThat(differing(otherSeed)).isGreaterThan(8_000);
        assertThat(differing(otherStream)).isGreaterThan(8_000);
    }

    private long differing(Content other) {
        return LongStream.rangeClosed(1, 10_000)
                .filter(number -> !content.numbered(number).equals(other.numbered(number)))
                .count();
    }

    @Test
    void sizesAreFromNothingToVeryLong() {
        Set<String> texts = new HashSet<>();
        long empty = 0;
        long large = 0;
        long withValues = 0;
        for (long number = 1; number <= MANY; number++) {
            Numbered message = content.numbered(number);
            texts.add(message.text());
            empty += message.text().isEmpty() ? 1 : 0;
            large += message.text().length() > 50_000 ? 1 : 0;
            withValues += message.values() != null ? 1 : 0;
        }
        assertThat(empty).isBetween(1_000L, 5_000L);
        assertThat(texts).hasSize((int) (MANY - empty + 1));
        assertThat(large).isBetween(1L, 40L);
        assertThat(withValues).isBetween(4_000L, 6_000L);
    }
}
