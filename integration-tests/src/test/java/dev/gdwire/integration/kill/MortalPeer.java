package dev.gdwire.integration.kill;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.SimulatedGame;
import dev.gdwire.client.SimulatedGameBuilder;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.Echo;
import dev.gdwire.integration.siege.SiegeMessage;
import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that sends one message after the other, for ever, and answers nothing. */
final class MortalPeer {
    /** What a client says once it has had some answers. */
    static final String FLOWING = "messages flow";

    private static final int SOME = 50;

    private MortalPeer() {}

    /** Starts one, with the arguments of {@link #main}. */
    static Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MortalPeer.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /**
     * Takes {@code game} and a port to connect to as a game does, or {@code client} and the port of
     * a game that sends back what comes, or {@code listen} and says then where, or {@code lasting}
     * and a port to listen on with sessions.
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("game")) {
            connect(Integer.parseInt(arguments[1]));
        } else if (arguments[0].equals("client")) {
            talk(Integer.parseInt(arguments[1]));
        } else {
            SimulatedGameBuilder builder =
                    SimulatedGame.builder(SiegeProtocol.INSTANCE)
                            .onRequest(
                                    Ask.class,
                                    (ask, peer) -> {
                                        // Not in this life.
                                        park();
                                        throw new IllegalStateException();
                                    })
                            .onConnect(peer -> new Thread(() -> send(peer::send)).start());
            boolean lasting = arguments[0].equals("lasting");
            SimulatedGame game =
                    lasting
                            ? builder.sessions().listen(Integer.parseInt(arguments[1]))
                            : builder.listen(0);
            System.out.println(game.port());
            park();
        }
    }

    private static void connect(int port) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        Connection connection =
                new BlockingDriver()
                        .connect(
                                "127.0.0.1",
                                port,
                                EngineOptions.of(Role.INITIATOR, List.of(SiegeProtocol.INSTANCE))
                                        .withSide(Sender.GODOT),
                                LinkOptions.DEFAULT,
                                event -> {
                                    if (event instanceof Event.Opened) {
                                        open.countDown();
                                    }
                                });
        connection.start();
        open.await();
        send(connection::send);
    }

    private static void talk(int port) {
        Numbered received = new Numbered(SOME);
        GodotClient<SiegeMessage> client =
                GodotClient.builder(SiegeProtocol.INSTANCE)
                        .on(
                                Echo.class,
                                echo -> {
                                    received.accept(echo.text());
                                    if (received.count() == SOME) {
                                        System.out.println(FLOWING);
                                    }
                                })
                        .connect("127.0.0.1", port);
        send(client::send);
    }

    private interface Way {
        void send(Echo echo);
    }

    private static void send(Way way) {
        try {
            for (long number = 0; ; number++) {
                way.send(new Echo(Numbered.text(number)));
            }
        } catch (GdwireException e) {
            System.out.println("it survives its peer: " + e);
        }
    }

    private static void park() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
