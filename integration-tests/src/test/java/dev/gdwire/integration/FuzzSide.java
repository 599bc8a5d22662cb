package dev.gdwire.integration;

import dev.gdwire.integration.rich.Ping;
import dev.gdwire.integration.rich.RichMessage;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.Limits;
import dev.gdwire.transport.MemoryPair;
import dev.gdwire.transport.Outcome;
import dev.gdwire.transport.PlainMode;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** One side of a conversation that takes whatever comes: what it told, and what it answered. */
final class FuzzSide {
    /** Few, so that random lines are over them too. */
    static final int FRAME = 4_096;

    private static final Limits LIMITS =
            Limits.DEFAULT.withFrame(FRAME).withText(1_024).withItems(64);

    /** How much has come of a line that is too long depends on where it was cut. */
    private static final Pattern LENGTH = Pattern.compile("at least [0-9]+ bytes");

    /** What the other side is like. */
    enum Peer {
        WITH_BLOBS,
        WITHOUT_BLOBS,
        PLAIN
    }

    private final MemoryPair.End end;
    private final List<Outcome> outcomes = new ArrayList<>();

    FuzzSide(Protocol<RichMessage> protocol, Peer peer) {
        List<Protocol<RichMessage>> protocols = List.of(protocol);
        List<String> blobs = peer == Peer.WITH_BLOBS ? List.of(EngineOptions.BLOBS) : List.of();
        EngineOptions other =
                EngineOptions.of(Role.INITIATOR, protocols)
                        .withSide(Sender.GODOT)
                        .withFeatures(blobs)
                        .withMaxFrame(1_024);
        EngineOptions self = EngineOptions.of(Role.ACCEPTOR, protocols).withLimits(LIMITS);
        if (peer == Peer.PLAIN) {
            other = other.withPlain(PlainMode.PLAIN);
            self = self.withPlain(PlainMode.ALLOWED);
        }
        MemoryPair pair = new MemoryPair(other, self);
        end = pair.acceptor();
        if (peer == Peer.PLAIN) {
            end.engine().start(0);
            feed(FuzzCorpus.bytes("{}\n"), null);
        } else {
            pair.open();
            for (int i = 0; i < 3; i++) {
                end.engine().request(Ping.of(), Duration.ofDays(1), 0, outcomes::add);
            }
        }
        end.takeEvents();
        end.takeOutbound();
    }

    /** Takes bytes, cut anywhere; as one if there is no random. */
    void feed(byte[] bytes, Random cuts) {
        int offset = 0;
        while (offset < bytes.length) {
            int left = bytes.length - offset;
            int length = cuts == null || cuts.nextInt(3) > 0 ? left : 1 + cuts.nextInt(left);
            end.engine().receive(bytes, offset, length, 0);
            offset += length;
        }
    }

    boolean isClosed() {
        return end.engine().isClosed();
    }

    private static Event withoutLength(Event event) {
        if (event instanceof Event.ProblemEvent found
                && found.problem().kind() == ProblemKind.TOO_LONG) {
            return new Event.ProblemEvent(Problem.of(ProblemKind.TOO_LONG, "many bytes"));
        }
        return event;
    }

    /** What has become of what was fed since the last call. */
    Result take() {
        List<Outcome> ended = List.copyOf(outcomes);
        outcomes.clear();
        String answered = new String(end.takeOutbound(), StandardCharsets.UTF_8);
        List<Event> events = end.takeEvents().stream().map(FuzzSide::withoutLength).toList();
        return new Result(events, ended, LENGTH.matcher(answered).replaceAll("many bytes"));
    }

    /**
     * What has become of some lines.
     *
     * @param outcomes of requests of this side
     * @param answered lines that were sent
     */
    record Result(List<Event> events, List<Outcome> outcomes, String answered) {
        long messages() {
            return events.stream()
                    .filter(
                            event ->
                                    event instanceof Event.Received
                                            || event instanceof Event.RequestReceived)
                    .count();
        }

        /** How many lines these are, if each became one thing: a pong of the library is one. */
        int most() {
            int pongs = answered.split("\"gdwire\":\"pong\"", -1).length - 1;
            return events.size() + outcomes.size() + pongs;
        }
    }
}
