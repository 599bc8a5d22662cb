package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.rich.RichMessage;
import dev.gdwire.integration.rich.RichProtocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.MemoryPair;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java says of bytes with blobs what the table says; the game says the same. */
class BlobVerdictTest {
    /** The limit of the table. */
    private static final int LIMIT = 1024;

    static Stream<VerdictTable.Verdict> verdicts() throws IOException {
        return VerdictTable.blobs().stream();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyVerdictIsAsTheTableSays(VerdictTable.Verdict row) {
        byte[] bytes = bytes(row.json());
        for (int cut : new int[] {bytes.length, 7, 1}) {
            assertThat(said(bytes, cut)).as(row.json()).isEqualTo(row.verdict());
        }
    }

    private static String said(byte[] bytes, int cut) {
        MemoryPair.End end = receiver();
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

    private static MemoryPair.End receiver() {
        List<RichProtocol> protocols = List.of(RichProtocol.INSTANCE);
        MemoryPair pair =
                new MemoryPair(
                                EngineOptions.of(Role.INITIATOR, protocols).withSide(Sender.GODOT),
                                EngineOptions.of(Role.ACCEPTOR, protocols).withMaxFrame(LIMIT))
                        .open();
        pair.acceptor().takeEvents();
        return pair.acceptor();
    }

    private static byte[] bytes(String row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < row.length()) {
            String next = row.substring(at, Math.min(at + 2, row.length()));
            switch (next) {
                case "\\x" -> {
                    bytes.write(Integer.parseInt(row.substring(at + 2, at + 4), 16));
                    at += 4;
                }
                case "\\n", "\\r", "\\\\" -> {
                    bytes.write("\n\r\\".charAt("nr\\".indexOf(next.charAt(1))));
                    at += 2;
                }
                default -> bytes.write(row.charAt(at++));
            }
        }
        return bytes.toByteArray();
    }
}
