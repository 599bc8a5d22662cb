package dev.gdwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.transport.Token;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenCommandTest {
    @Test
    void printsATokenOfItsOwnEachTimeAndNothingElse() {
        CommandRun first = CommandRun.of("token");
        CommandRun second = CommandRun.of("token");
        assertThat(first.code()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).isNotEqualTo(second.out());
        String token = first.out().strip();
        assertThat(Base64.getDecoder().decode(token)).hasSize(32);
        assertThat(Token.of(token)).isNotEqualTo(Token.of(second.out().strip()));
    }

    @Test
    void saysWhereItGoes() {
        assertThat(CommandRun.of("token", "--help").out()).contains("Give it to both sides");
    }
}
