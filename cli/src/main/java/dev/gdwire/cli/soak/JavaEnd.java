package dev.gdwire.cli.soak;

import dev.gdwire.cli.soak.messages.Answer;
import dev.gdwire.cli.soak.messages.Ask;
import dev.gdwire.cli.soak.messages.Finish;
import dev.gdwire.cli.soak.messages.Numbered;
import dev.gdwire.cli.soak.messages.Report;
import dev.gdwire.cli.soak.messages.SoakMessage;
import dev.gdwire.cli.soak.messages.SoakProtocol;
import dev.gdwire.cli.soak.messages.Start;
import dev.gdwire.client.ClientBuilder;
import dev.gdwire.client.GodotClient;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.Tls;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The Java side: a client that reconnects. */
final class JavaEnd implements AutoCloseable {
    private final FaultLog faults;
    private final Troubles troubles;
    private final AtomicLong resumes = new AtomicLong();
    private final long seed;
    private final Traffic traffic;
    private final GodotClient<SoakMessage> client;
    private volatile @Nullable Report report;
    private volatile boolean closing;

    /** Connects, and waits for the handshake. */
    JavaEnd(SoakOptions options, int port, FaultLog faults) {
        this.faults = faults;
        troubles = new Troubles("the Java side", faults);
        seed = options.contentSeed();
        traffic = Traffic.ofJava(seed, faults);
        ClientBuilder<SoakMessage> builder =
                GodotClient.builder(SoakProtocol.INSTANCE)
                        .reconnect(Soak.SESSIONS)
                        .on(Numbered.class, traffic::take)
                        .on(Report.class, last -> report = last)
                        .onRequest(Ask.class, traffic::answer)
                        .onResume(resumes::incrementAndGet)
                        .onSessionLost(troubles::lost)
                        .onProblem(troubles::problem)
                        .onClose(this::closed);
        options.certificate().ifPresent(pair -> builder.tls(Tls.pinned(pair.certificate())));
        client = builder.connect("127.0.0.1", port);
    }

    private void closed(CloseReason reason) {
        if (!closing) {
            faults.add("the Java side's connection is over: " + reason.text());
        }
    }

    /** Begins, and tells the game to. */
    void start() {
        client.send(new Start(seed, Traffic.IN_FLIGHT));
        traffic.start(
                new Traffic.Line() {
                    @Override
                    public void send(Numbered message) {
                        client.send(message);
                    }

                    @Override
                    public CompletableFuture<Answer> ask(Ask request) {
                        return client.request(request, Soak.LONG);
                    }
                });
    }

    Traffic traffic() {
        return traffic;
    }

    /** How often the session went on over another connection. */
    long resumes() {
        return resumes.get();
    }

    /** Says the last word; after {@link Traffic#awaitEnd}. */
    void finish() {
        client.send(new Finish(traffic.sent(), traffic.asked()));
    }

    /** The game's last word, once it has come. */
    Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    @Override
    public void close() {
        closing = true;
        client.close();
    }
}
