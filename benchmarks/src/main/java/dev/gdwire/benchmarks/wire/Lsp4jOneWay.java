package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.Medium;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.Small;
import java.io.IOException;

/** JSON-RPC notifications of LSP4J's. */
final class Lsp4jOneWay implements OneWay {
    @Override
    public int receive(Shape shape, Tally tally) throws IOException {
        return Lsp4jSockets.listen(new Counting(tally));
    }

    @Override
    public Sending connect(Shape shape, int port) throws IOException {
        Lsp4jPeer peer = Lsp4jSockets.connect(port);
        return supply -> {
            SamplesMessage message = supply.next();
            while (message != null) {
                notify(peer, message);
                message = supply.next();
            }
        };
    }

    private static void notify(Lsp4jPeer peer, SamplesMessage message) {
        if (message instanceof Small small) {
            peer.small(small);
        } else {
            peer.medium((Medium) message);
        }
    }

    private record Counting(Tally tally) implements Lsp4jPeer {
        @Override
        public void small(Small message) {
            tally.add(Digest.of(message));
        }

        @Override
        public void medium(Medium message) {
            tally.add(Digest.of(message));
        }
    }
}
