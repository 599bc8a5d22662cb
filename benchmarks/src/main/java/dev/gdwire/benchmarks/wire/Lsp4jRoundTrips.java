package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.Medium;
import dev.gdwire.benchmarks.samples.MediumRequest;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.Small;
import dev.gdwire.benchmarks.samples.SmallRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** JSON-RPC requests of LSP4J's, and a thread of the user's that waits for each answer. */
final class Lsp4jRoundTrips implements RoundTrips {
    @Override
    public int answer(Shape shape, Tally tally) throws IOException {
        return Lsp4jSockets.listen(new Answering(tally));
    }

    @Override
    public Caller connect(Shape shape, int port) throws IOException {
        Lsp4jPeer peer = Lsp4jSockets.connect(port);
        List<SamplesMessage> requests = shape.requests();
        return calls -> {
            for (int next = calls.next(); next != Calls.NONE; next = calls.next()) {
                calls.answered(Digest.of(ask(peer, requests.get(next)).join()));
            }
        };
    }

    private static CompletableFuture<? extends SamplesMessage> ask(
            Lsp4jPeer peer, SamplesMessage request) {
        return request instanceof SmallRequest small
                ? peer.smallRequest(small)
                : peer.mediumRequest((MediumRequest) request);
    }

    private record Answering(Tally tally) implements Lsp4jPeer {
        @Override
        public CompletableFuture<Small> smallRequest(SmallRequest request) {
            return counted(Requests.reply(request));
        }

        @Override
        public CompletableFuture<Medium> mediumRequest(MediumRequest request) {
            return counted(Requests.reply(request));
        }

        private <T extends SamplesMessage> CompletableFuture<T> counted(T reply) {
            tally.add(Digest.of(reply));
            return CompletableFuture.completedFuture(reply);
        }
    }
}
