package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.RejectCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineHandshakeTest {
    private static final ToyProtocol OTHER = new ToyProtocol("chess", "2.1", "a", "kind");

    @Test
    void bothSidesLearnOfEachOther() {
        MemoryPair pair = new MemoryPair(java(ToyProtocol.TOY), godot(ToyProtocol.TOY)).open();
        PeerInfo expected =
                new PeerInfo(
                        "gdwire-java 0.1.0",
                        List.of(ToyProtocol.TOY),
                        List.of("blobs"),
                        1048576,
                        List.of());
        assertThat(pair.initiator().takeEvents()).containsExactly(new Event.Opened(expected));
        assertThat(pair.acceptor().takeEvents()).containsExactly(new Event.Opened(expected));
    }

    @Test
    void severalProtocolsOpenWithThoseThatBothSpeak() {
        MemoryPair pair = new MemoryPair(java(ToyProtocol.TOY, OTHER), godot(OTHER)).open();
        assertThat(pair.initiator().takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.Opened.class,
                        opened -> assertThat(opened.peer().protocols()).containsExactly(OTHER));
    }

    @Test
    void messagesOfSeveralProtocolsAreToldApart() {
        NoteProtocol notes = new NoteProtocol("kind");
        MemoryPair pair =
                new MemoryPair(java(ToyProtocol.TOY, notes), godot(notes, ToyProtocol.TOY)).open();
        pair.acceptor().takeEvents();
        pair.initiator().engine().send(new Toy.Say("x"));
        // Looks like a message of the other protocol, but for the order of its members.
        pair.initiator().engine().send(new NoteProtocol.Note("say"));
        pair.deliver();
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        new Event.Received(new Toy.Say("x")),
                        new Event.Received(new NoteProtocol.Note("say")));
    }

    @Test
    void wholeNumbersMayHaveAFraction() {
        MemoryPair.End acceptor =
                acceptor(
                        godot(ToyProtocol.TOY),
                        "{\"gdwire\":\"hello\",\"wire\":1.0,\"library\":\"x\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.7\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":65536.0}\n");
        assertThat(acceptor.takeEvents())
                .containsExactly(
                        new Event.Opened(
                                new PeerInfo(
                                        "x",
                                        List.of(ToyProtocol.TOY),
                                        List.of(),
                                        65536,
                                        List.of())));
    }

    @Test
    void noCommonProtocol() {
        MemoryPair pair = new MemoryPair(java(ToyProtocol.TOY), godot(OTHER)).open();
        String text =
                "one side speaks chess 2.1, the other toy 1.0: generate both from the same schemas";
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(refused(text, RejectCode.NO_COMMON_PROTOCOL));
        assertThat(pair.initiator().takeEvents())
                .containsExactly(
                        rejected("no_common_protocol: " + text, RejectCode.NO_COMMON_PROTOCOL));
    }

    @Test
    void anotherMajorVersion() {
        ToyProtocol two = new ToyProtocol("toy", "2.0", "a", "type");
        MemoryPair pair = new MemoryPair(java(ToyProtocol.TOY), godot(two)).open();
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        refused(
                                "toy has version 2.0 on one side and 1.0 on the other: generate"
                                        + " both from the same schemas",
                                RejectCode.PROTOCOL_VERSION));
    }

    @Test
    void differentSchemasAreListedOnBothSides() {
        ToyProtocol changed = new ToyProtocol("toy", "1.3", "b", "type");
        MemoryPair pair = new MemoryPair(java(ToyProtocol.TOY), godot(changed)).open();
        Problem problem =
                Problem.of(
                        ProblemKind.DIFFERENT_SCHEMAS,
                        "the peers' schemas of toy differ: different: say; generate both from the"
                                + " same schemas");
        assertThat(pair.initiator().takeEvents()).last().isEqualTo(new Event.ProblemEvent(problem));
        assertThat(pair.acceptor().takeEvents()).last().isEqualTo(new Event.ProblemEvent(problem));
    }

    @Test
    void strictSideRefusesDifferentSchemas() {
        ToyProtocol changed = new ToyProtocol("toy", "1.3", "b", "type");
        EngineOptions strict = java(ToyProtocol.TOY).withSchemas(SchemaPolicy.STRICT);
        MemoryPair pair = new MemoryPair(strict, godot(changed)).open();
        String text =
                "the schemas of toy differ, and one side is strict: generate both from the same"
                        + " schemas";
        assertThat(pair.initiator().takeEvents())
                .containsExactly(refused(text, RejectCode.FINGERPRINT));
        assertThat(pair.acceptor().takeEvents())
                .last()
                .isEqualTo(rejected("fingerprint: " + text, RejectCode.FINGERPRINT));
    }

    @Test
    void anotherWireVersionIsRefusedWhateverElseItSays() {
        MemoryPair.End acceptor =
                acceptor(godot(ToyProtocol.TOY), "{\"gdwire\":\"hello\",\"wire\":2}\n");
        assertThat(acceptor.takeEvents())
                .containsExactly(
                        refused(
                                "one side speaks wire version 1, the other 2: use the same version"
                                        + " of Gdwire on both",
                                RejectCode.WIRE_VERSION));
    }

    @Test
    void firstLineThatIsNoHello() {
        MemoryPair.End acceptor =
                acceptor(godot(ToyProtocol.TOY), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        String text =
                "the first line is no hello of a Gdwire peer but: GET / HTTP/1.1; use a Gdwire"
                        + " client, or allow plain mode on the server";
        assertThat(acceptor.takeEvents()).containsExactly(refused(text, RejectCode.NOT_A_HELLO));
        assertThat(new String(acceptor.takeOutbound(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"gdwire\":\"reject\",\"code\":\"not_a_hello\",\"message\":\""
                                + text
                                + "\"}\n");
    }

    @Test
    void silentPeerIsTooLate() {
        EngineOptions hasty = godot(ToyProtocol.TOY).withHandshakeTimeout(Duration.ofMillis(50));
        MemoryPair pair = new MemoryPair(java(ToyProtocol.TOY), hasty);
        pair.acceptor().engine().start(0);
        pair.pass(Duration.ofMillis(49));
        assertThat(pair.acceptor().takeEvents()).isEmpty();
        pair.pass(Duration.ofMillis(1));
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        refused("the handshake was not done within 50 ms", RejectCode.TOO_LATE));
    }

    @Test
    void peerThatClosesInTheMiddleOfALine() {
        MemoryPair.End acceptor = acceptor(godot(ToyProtocol.TOY), "{\"gdwire\":\"hel");
        acceptor.engine().endOfInput(0);
        assertThat(acceptor.takeEvents())
                .containsExactly(
                        new Event.ProblemEvent(
                                Problem.of(
                                                ProblemKind.TRUNCATED,
                                                "the connection ended in the middle of a line,"
                                                        + " after 14 bytes of it: each line needs a"
                                                        + " newline at its end")
                                        .withLine("{\"gdwire\":\"hel")),
                        new Event.Closed(
                                CloseReason.of(
                                        CloseReason.Kind.REMOTE,
                                        "the peer closed the connection before the handshake was"
                                                + " done")));
    }

    @Test
    void protocolsWithTheSameTagCollide() {
        ToyProtocol twin = new ToyProtocol("twin", "1.0", "a", "type");
        assertThatThrownBy(() -> new MemoryPair(java(ToyProtocol.TOY, twin), godot(OTHER)))
                .hasMessage(
                        "The protocols toy and twin both have a message \"answer\" under \"type\":"
                                + " rename one, or give one of the sets another discriminator.");
    }

    @Test
    void messagesAreNotSentBeforeTheHandshake() {
        MemoryPair pair = new MemoryPair(java(ToyProtocol.TOY), godot(ToyProtocol.TOY));
        pair.initiator().engine().start(0);
        assertThatThrownBy(() -> pair.initiator().engine().send(new Toy.Say("x")))
                .isInstanceOf(SendException.class)
                .hasMessage("The handshake is not done yet.");
    }

    private static MemoryPair.End acceptor(EngineOptions options, String bytes) {
        MemoryPair pair = new MemoryPair(java(ToyProtocol.TOY), options);
        pair.acceptor().engine().start(0);
        pair.initiator().inject(bytes.getBytes(StandardCharsets.UTF_8));
        pair.move(pair.initiator(), pair.acceptor(), available -> available);
        return pair.acceptor();
    }

    private static Event refused(String text, RejectCode code) {
        return new Event.Closed(new CloseReason(CloseReason.Kind.REFUSED, text, code));
    }

    private static Event rejected(String text, RejectCode code) {
        return new Event.Closed(new CloseReason(CloseReason.Kind.REJECTED, text, code));
    }

    private static EngineOptions java(Protocol<?>... protocols) {
        return EngineOptions.of(Role.INITIATOR, List.of(protocols));
    }

    private static EngineOptions godot(Protocol<?>... protocols) {
        return EngineOptions.of(Role.ACCEPTOR, List.of(protocols)).withSide(Sender.GODOT);
    }
}
