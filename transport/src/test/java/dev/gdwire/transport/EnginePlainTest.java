package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EnginePlainTest {
    private static final EngineOptions ALLOWED =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withPlain(PlainMode.ALLOWED);

    @Test
    void plainPeersTalkInObjects() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.initiator().engine().sendPlain(object("hello", "wörld"), 0);
        pair.initiator().engine().sendPlain(object("hello", "again"), 0);
        pair.deliver(available -> 1);
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        new Event.PlainOpened(),
                        new Event.PlainReceived(object("hello", "wörld")),
                        new Event.PlainReceived(object("hello", "again")));
        pair.acceptor().engine().sendPlain(object("bye", "x"), 0);
        pair.deliver();
        assertThat(pair.initiator().takeEvents())
                .containsExactly(
                        new Event.PlainOpened(), new Event.PlainReceived(object("bye", "x")));
    }

    @Test
    void pacedPeerGetsOneLineForEachOfItsOwn() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PACED), ALLOWED).open();
        for (int i = 0; i < 3; i++) {
            pair.initiator().engine().sendPlain(object("n", "" + i), 0);
        }
        assertThat(text(pair.initiator().takeOutbound())).isEqualTo("{\"n\":\"0\"}\n");
        pair.acceptor().inject("{}\n".getBytes(StandardCharsets.UTF_8));
        pair.move(pair.acceptor(), pair.initiator(), available -> available);
        assertThat(text(pair.initiator().takeOutbound())).isEqualTo("{\"n\":\"1\"}\n");
        pair.initiator().takeEvents();
        pair.initiator().engine().close(0);
        assertThat(pair.initiator().takeEvents())
                .first()
                .isEqualTo(
                        new Event.ProblemEvent(
                                Problem.of(
                                        ProblemKind.NOT_SENT,
                                        "1 lines that waited for the paced peer were never sent")));
    }

    @Test
    void badLinesStayLocalAndTheNextOneCounts() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.initiator().inject("nonsense\n[]\n{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));
        pair.deliver();
        List<Event> events = pair.acceptor().takeEvents();
        assertThat(events).hasSize(4);
        assertThat(events.get(3)).isInstanceOf(Event.PlainReceived.class);
        assertThat(pair.initiator().takeEvents()).containsExactly(new Event.PlainOpened());
    }

    @Test
    void silentPeerIsPlainAfterTheDeadline() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.pass(Duration.ofSeconds(10));
        assertThat(pair.acceptor().takeEvents()).containsExactly(new Event.PlainOpened());
    }

    @Test
    void typedMessagesCannotBeSentToAPlainPeer() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        assertThatThrownBy(() -> pair.initiator().engine().send(new Toy.Say("x"), 0))
                .hasMessage("The peer is plain: it takes JSON objects only.");
    }

    private static EngineOptions plain(PlainMode mode) {
        return EngineOptions.of(Role.INITIATOR, List.of()).withPlain(mode);
    }

    private static ObjectNode object(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
