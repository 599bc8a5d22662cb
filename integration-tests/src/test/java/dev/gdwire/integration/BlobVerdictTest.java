package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.rich.RichMessage;
import dev.gdwire.integration.rich.RichProtocol;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.Limits;
import dev.gdwire.transport.MemoryPair;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Java says of bytes with blobs, and of lines over limits, what the tables say, as the game does.
 */
class BlobVerdictTest {
    /** Those of the tables. */
    private static final Limits BLOBS = Limits.DEFAULT.withFrame(1024);

    private static final Limits LIMITS =
            Limits.DEFAULT.withFrame(8192).withText(1024).withItems(64);

    static Stream<VerdictTable.Verdict> blobs() throws IOException {
        return VerdictTable.blobs().stream();
    }

    static Stream<VerdictTable.Verdict> limits() throws IOException {
        return VerdictTable.limits().stream();
    }

    @ParameterizedTest
    @MethodSource("blobs")
    void everyVerdictIsAsTheTableSays(VerdictTable.Verdict row) {
        check(row, BLOBS);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void everyVerdictOfLimitsIsAsTheTableSays(VerdictTable.Verdict row) {
        check(row, LIMITS);
    }

    private static void check(VerdictTable.Verdict row, Limits limits) {
        byte[] bytes = VerdictTable.bytes(row.json());
        String verdict = new String(VerdictTable.bytes(row.verdict()), StandardCharsets.UTF_8);
        for (Protocol<RichMessage> protocol :
                List.of(RichProtocol.INSTANCE, new TreesOnly<>(RichProtocol.INSTANCE))) {
            for (int cut : new int[] {bytes.length, 7, 1}) {
                assertThat(said(receiver(protocol, limits), bytes, cut))
                        .as(row.json())
                        .isEqualTo(verdict);
            }
        }
    }

    private static String said(MemoryPair.End end, byte[] bytes, int cut) {
        for (int at = 0; at < bytes.length; at += cut) {
            end.engine().receive(bytes, at, Math.min(cut, bytes.length - at), 0);
        }
        end.engine().endOfInput(0);
        List<String> texts = new ArrayList<>();
        for (Event event : end.takeEvents()) {
            if (event instanceof Event.Received received) {
                byte[] line = RichProtocol.INSTANCE.encode((RichMessage) received.message());
                texts.add("ok " + new String(line, StandardCharsets.UTF_8));
            } else if (event instanceof Event.ProblemEvent problem) {
                texts.add(text(problem.problem()));
            } else if (event instanceof Event.Unknown) {
                texts.add("unknown_type");
            }
        }
        return String.join("; ", texts);
    }

    /** The code alone where each language has words of its own. */
    private static String text(Problem problem) {
        String code = problem.kind().name().toLowerCase(Locale.ROOT);
        boolean own = problem.kind() == ProblemKind.TOO_LONG || problem.text().startsWith("not ");
        return own ? code : code + ": " + problem.text();
    }

    private static MemoryPair.End receiver(Protocol<RichMessage> protocol, Limits limits) {
        List<Protocol<RichMessage>> protocols = List.of(protocol);
        MemoryPair pair =
                new MemoryPair(
                                EngineOptions.of(Role.INITIATOR, protocols).withSide(Sender.GODOT),
                                EngineOptions.of(Role.ACCEPTOR, protocols).withLimits(limits))
                        .open();
        pair.acceptor().takeEvents();
        return pair.acceptor();
    }
}
