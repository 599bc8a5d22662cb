package dev.gdwire.cli.soak;

import dev.gdwire.cli.soak.messages.Answer;
import dev.gdwire.cli.soak.messages.Ask;
import dev.gdwire.cli.soak.messages.Finish;
import dev.gdwire.cli.soak.messages.Numbered;
import dev.gdwire.cli.soak.messages.Report;
import dev.gdwire.cli.soak.messages.SoakProtocol;
import dev.gdwire.cli.soak.messages.Start;
import dev.gdwire.client.SimulatedGame;
import dev.gdwire.client.SimulatedGameBuilder;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.transport.Tls;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A game in this process. */
final class SimulatedEnd implements SoakGame {
    private final FaultLog faults = new FaultLog();
    private final Troubles troubles = new Troubles("the game", faults);
    private final AtomicLong resumes = new AtomicLong();
    private final SoakOptions.Simulated options;
    private final Traffic traffic;
    private final SimulatedGame game;

    SimulatedEnd(SoakOptions.Simulated options, long seed, Optional<SoakOptions.Pair> pair) {
        this.options = options;
        traffic = Traffic.ofGame(seed, faults);
        SimulatedGameBuilder builder =
                SimulatedGame.builder(SoakProtocol.INSTANCE)
                        .sessions(Soak.SESSIONS)
                        .on(Start.class, (start, peer) -> traffic.start(new PeerLine(peer)))
                        .on(Numbered.class, (message, peer) -> traffic.take(message))
                        .on(Finish.class, this::finish)
                        .onRequest(Ask.class, (ask, peer) -> traffic.answer(ask))
                        .onResume(peer -> resumes.incrementAndGet())
                        .onSessionLost((loss, peer) -> troubles.lost(loss))
                        .onProblem(troubles::problem);
        if (options.sharedThreads() > 0) {
            builder.sharedThreads(options.sharedThreads());
        }
        pair.ifPresent(files -> builder.tls(Tls.server(files.certificate(), files.key())));
        game = builder.listen(0);
    }

    /** On a thread of its own: the handlers of what still comes have to go on. */
    private void finish(Finish finish, SimulatedGame.Peer peer) {
        traffic.stop();
        Thread thread = new Thread(() -> report(finish, peer), "soak: the game reports");
        thread.setDaemon(true);
        thread.start();
    }

    private void report(Finish finish, SimulatedGame.Peer peer) {
        try {
            traffic.awaitEnd();
            traffic.endOf(finish.sent(), finish.asked());
            peer.send(
                    new Report(
                            traffic.sent(),
                            traffic.asked(),
                            traffic.messages().arrivals(),
                            traffic.requests().arrivals(),
                            resumes.get(),
                            0,
                            List.of()));
        } catch (GdwireException e) {
            faults.add("the game could not report: " + e);
        } catch (InterruptedException e) {
            faults.add("the game was interrupted before it reported");
        }
    }

    private record PeerLine(SimulatedGame.Peer peer) implements Traffic.Line {
        @Override
        public void send(Numbered message) {
            peer.send(message);
        }

        @Override
        public CompletableFuture<Answer> ask(Ask request) {
            return CompletableFuture.completedFuture(peer.call(request, Soak.LONG));
        }
    }

    @Override
    public int port() {
        return game.port();
    }

    @Override
    public String name() {
        return options.sharedThreads() == 0
                ? "a game in Java, with threads of its own"
                : "a game in Java, with shared threads";
    }

    @Override
    public OptionalLong process() {
        return OptionalLong.empty();
    }

    @Override
    public List<String> complaints() {
        return faults.lines();
    }

    @Override
    public void close() {
        game.close();
    }
}
