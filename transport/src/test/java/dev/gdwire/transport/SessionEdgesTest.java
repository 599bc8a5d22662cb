package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.Session;
import dev.gdwire.transport.internal.MovedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What engines do with sessions at their edges; what arrives is another test's. */
class SessionEdgesTest {
    private static final Duration LONG = Duration.ofHours(1);

    private static SessionModel open() {
        SessionModel model = new SessionModel(SessionOptions.DEFAULT);
        model.connect();
        model.deliverAll();
        return model;
    }

    @Test
    void requestsCanBeMadeAfterThePeerHungUp() {
        SessionModel model = open();
        model.java.engine().inputEnds(model.now);
        assertThat(model.java.engine().isSuspended()).isTrue();
        model.java.ask(new Toy.Ask(1));
        model.connect();
        model.deliverAll();
        model.godot.answerAll();
        model.deliverAll();
        assertThat(model.java.outcomes.values())
                .containsExactly(List.of(new Outcome.Reply(new Toy.Answer(1))));
    }

    /** It comes again: nobody has to do anything about it. The model takes no problem. */
    @Test
    void lineThatIsCutOffIsNoProblem() {
        SessionModel model = open();
        model.java.send(new Toy.Say("a line that is cut off"));
        model.deliver(model.java, 10);
        model.godot.engine().inputEnds(model.now);
        model.cut(model.java);
        model.connect();
        model.deliverAll();
        assertThat(model.godot.got).containsExactly(new Toy.Say("a line that is cut off"));
    }

    @Test
    void closeInAHandshakeTellsWhatIsLost() {
        SessionModel model = open();
        model.cut(model.java);
        model.java.send(new Toy.Say("lost"));
        model.connect();
        model.java.engine().close(model.now);
        assertThat(model.java.losses)
                .containsExactly("this side closed the connection before the session was resumed");
        assertThat(model.java.closed).isEqualTo(1);
    }

    @Test
    void whoGivesUpAtTheWelcomeSaysSo() {
        SessionModel model = open();
        model.java.send(new Toy.Say("one"));
        model.deliverAll();
        model.pass(Duration.ofSeconds(1));
        model.deliverAll();
        model.cut(model.java);
        model.connect();
        model.deliver(model.java, Integer.MAX_VALUE);
        String welcome = model.end(model.godot).takeText();
        assertThat(welcome).contains("\"received\":1");
        model.end(model.godot).put(welcome.replace("\"received\":1", "\"received\":9"));
        model.deliverAll();
        assertThat(model.java.losses).hasSize(1).first().asString().contains("has 9 lines");
        assertThat(model.godot.closed).isEqualTo(1);
    }

    @Test
    void acknowledgementOfNothingIsOne() {
        SessionModel model = open();
        model.end(model.godot).put("{\"gdwire\":\"bye\",\"$ack\":0}\n");
        model.deliverAll();
        assertThat(model.java.closed).isEqualTo(1);
        assertThat(model.java.losses).isEmpty();
    }

    @Test
    void commandThatComesAfterTheSessionMovedIsGivenBack() {
        SessionModel model = open();
        Engine before = model.java.engine();
        model.cut(model.java);
        model.connect();
        assertThatThrownBy(() -> before.close(model.now)).isInstanceOf(MovedException.class);
        assertThatThrownBy(() -> before.lose("x", model.now)).isInstanceOf(MovedException.class);
        model.deliverAll();
        assertThat(model.java.resumed).isEqualTo(1);
        assertThat(model.java.closed).isZero();
    }

    @Test
    void lineThatThePeerCannotTakeIsRefusedWhileThereIsNoWelcomeToo() {
        SessionModel model = open();
        model.cut(model.java);
        model.connect();
        Toy.Say longest = new Toy.Say("x".repeat(Limits.DEFAULT.frame()));
        assertThatThrownBy(() -> model.java.engine().send(longest))
                .isInstanceOf(SendException.class);
        model.deliverAll();
        assertThat(model.java.resumed).isEqualTo(1);
    }

    /** A peer that waits for a proof or sends its welcome takes no ping. */
    @Test
    void pingBeforeTheWelcomeIsNotSent() {
        SessionModel model = open();
        model.cut(model.java);
        model.java.engine().ping(6, model.now);
        model.connect();
        model.java.engine().ping(7, model.now);
        String said = model.end(model.java).takeText();
        assertThat(said).contains("\"hello\"").doesNotContain("\"ping\"");
        model.end(model.java).put(said);
        model.deliverAll();
        assertThat(model.java.resumed).isEqualTo(1);
        model.java.engine().ping(8, model.now);
        assertThat(model.end(model.java).takeText()).contains("\"nonce\":8");
    }

    @Test
    void answerOfALostSessionAnswersNoRequestOfTheNext() {
        SessionModel model = new SessionModel(SessionOptions.DEFAULT, Sender.GODOT, Sender.JAVA);
        model.connect();
        model.deliverAll();
        Engine asking = model.godot.engine();
        long before = asking.request(new Toy.Ask(1), LONG, model.now, outcome -> {});
        model.deliverAll();
        long first = model.java.toAnswer.get(0);
        model.godot.forget();
        model.cut(model.java);
        model.connect();
        model.deliverAll();
        List<Outcome> outcomes = model.godot.ask(new Toy.Ask(2));
        model.deliverAll();
        long second = model.java.toAnswer.get(1);
        assertThat(before).isEqualTo(1);
        Engine answering = model.java.engine();
        assertThatThrownBy(() -> answering.reply(first, new Toy.Answer(1), model.now))
                .isInstanceOf(SendException.class)
                .hasMessage("Request 1 is not open: each is answered once.");
        answering.reply(second, new Toy.Answer(2), model.now);
        model.deliverAll();
        assertThat(outcomes).containsExactly(new Outcome.Reply(new Toy.Answer(2)));
    }

    @Test
    void idOfALostSessionCancelsNoRequestOfTheNext() {
        SessionModel model = open();
        long first = model.java.engine().request(new Toy.Ask(1), LONG, model.now, outcome -> {});
        model.godot.forget();
        model.cut(model.java);
        model.connect();
        model.deliverAll();
        long second = model.java.engine().request(new Toy.Ask(2), LONG, model.now, outcome -> {});
        assertThat(second).isNotEqualTo(first);
        assertThat(model.java.engine().cancel(first)).isFalse();
    }

    /** Without the token nothing is said of sessions, whoever knows the id. */
    @Test
    void idAloneOpensNothingWhereThereIsAToken() {
        EngineOptions acceptor =
                EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                        .withSide(Sender.GODOT)
                        .withSessions(SessionOptions.DEFAULT)
                        .withToken(Token.of("a token of the tests"));
        EngineOptions initiator =
                EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY))
                        .withSessions(SessionOptions.DEFAULT)
                        .withToken(Token.of("another token, no less"));
        MemoryPair pair = new MemoryPair(initiator, acceptor);
        pair.initiator().engine().start(0);
        pair.acceptor().engine().start(0);
        String hello = new String(pair.initiator().takeOutbound(), StandardCharsets.UTF_8);
        String wanted = hello.replace("\"session\":{", "\"session\":{\"id\":\"known\",");
        assertThat(wanted).isNotEqualTo(hello);
        assertThat(Session.of(0).id()).isNull();
        pair.initiator().inject(wanted.getBytes(StandardCharsets.UTF_8));
        pair.deliver();
        assertThat(pair.acceptor().takeEvents())
                .singleElement()
                .extracting(event -> ((Event.Closed) event).reason().code())
                .hasToString("UNAUTHORIZED");
        assertThat(Optional.ofNullable(pair.acceptor().engine().sessionId())).isEmpty();
    }
}
