package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.internal.SessionState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an initiator takes for a failed try when it resumes, and what ends the session. */
class ResumeRefusalTest {
    private static final String SECRET = "a token of the tests, 0123456789";
    private static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String WELCOME =
            RawPeer.HELLO
                    .replace("hello", "welcome")
                    .replace(
                            "\"features\":[]",
                            "\"features\":[\"blobs\",\"sessions\"],\"session\":{\"id\":\"AAAAAAAAAAAAAAAAAAAAAAAA\",\"received\":0}");
    private static final String CHALLENGE =
            "{\"gdwire\":\"challenge\",\"nonce\":\"" + NONCE + "\"}\n";

    private static EngineOptions options(Role role, @Nullable String token) {
        EngineOptions options =
                EngineOptions.of(role, List.of(ToyProtocol.TOY))
                        .withSide(role == Role.INITIATOR ? Sender.JAVA : Sender.GODOT)
                        .withSessions(SessionOptions.DEFAULT);
        return token == null ? options : options.withToken(Token.of(token));
    }

    /** An initiator that has said hello to resume a session. */
    private static MemoryPair.End resuming(@Nullable String token) {
        EngineOptions initiator = options(Role.INITIATOR, token);
        EngineOptions acceptor = options(Role.ACCEPTOR, token);
        MemoryPair before = new MemoryPair(initiator, acceptor).open();
        SessionState session =
                Objects.requireNonNull(before.initiator().engine().release(before.now()));
        MemoryPair.End again = new MemoryPair(initiator, acceptor, 1).initiator();
        again.engine().adopt(session, 0);
        again.engine().start(0);
        assertThat(again.takeOutbound()).isNotEmpty();
        return again;
    }

    private static String say(MemoryPair.End end, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        end.engine().receive(bytes, 0, bytes.length, 0);
        return new String(end.takeOutbound(), StandardCharsets.UTF_8);
    }

    private static String reject(String code) {
        return "{\"gdwire\":\"reject\",\"code\":\"" + code + "\",\"message\":\"no\"}\n";
    }

    private static void assertFails(MemoryPair.End end, String text) {
        assertThat(say(end, text)).as(text).isEmpty();
        assertThat(end.engine().isSuspended()).as(text).isTrue();
        assertThat(end.takeEvents()).singleElement().isInstanceOf(Event.Suspended.class);
    }

    private static void assertLost(MemoryPair.End end) {
        assertThat(end.engine().isClosed()).isTrue();
        assertThat(end.takeEvents()).hasSize(2).first().isInstanceOf(Event.SessionLost.class);
    }

    @Test
    void welcomeThatCannotBeRightIsAFailedTry() {
        MemoryPair.End right = resuming(null);
        say(right, WELCOME);
        assertThat(right.engine().isOpen()).isTrue();
        assertFails(resuming(null), WELCOME.replace("\"wire\":1", "\"wire\":3"));
        assertFails(resuming(null), WELCOME.replace("\"library\":\"test\"", "\"library\":7"));
        assertFails(resuming(null), WELCOME.replace("welcome", "welcxme"));
        assertFails(resuming(null), CHALLENGE);
        assertFails(resuming(null), "{}\n");
        assertFails(resuming(null), "HTTP/1.1 400 Bad Request\n");
    }

    /** The acceptor has resumed it already, and would wait. */
    @Test
    void protocolsThatDoNotFitEndItWithABye() {
        MemoryPair.End end = resuming(null);
        String said = say(end, WELCOME.replace("\"toy\"", "\"chess\""));
        assertThat(said).isEqualTo("{\"gdwire\":\"bye\"}\n");
        assertLost(end);
    }

    @Test
    void rejectWithoutATokenEndsItAsBefore() {
        MemoryPair.End end = resuming(null);
        assertThat(say(end, reject("fingerprint"))).isEmpty();
        assertLost(end);
        assertFails(resuming(null), reject("busy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unauthorized", "fingerprint", "protocol_version", "busy"})
    void rejectOfSomebodyWhoHasProvedNothingIsAFailedTry(String code) {
        assertFails(resuming(SECRET), reject(code));
    }

    @Test
    void afterTheProofOnlyItsRefusalEndsIt() {
        MemoryPair.End end = resuming(SECRET);
        assertThat(say(end, CHALLENGE)).contains("\"proof\"");
        assertThat(say(end, reject("unauthorized"))).isEmpty();
        assertLost(end);
        MemoryPair.End other = resuming(SECRET);
        assertThat(say(other, CHALLENGE)).contains("\"proof\"");
        assertFails(other, reject("fingerprint"));
    }

    @Test
    void whatIsNoProofIsAFailedTry() {
        assertFails(resuming(SECRET), WELCOME);
        assertFails(resuming(SECRET), CHALLENGE.replace(NONCE, "short"));
        MemoryPair.End end = resuming(SECRET);
        assertThat(say(end, CHALLENGE)).contains("\"proof\"");
        assertFails(end, WELCOME.replace("}\n", ",\"proof\":\"" + NONCE + "\"}\n"));
    }
}
