package dev.gdwire.examples.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotProcess;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.rl.AgentAction;
import dev.gdwire.protocol.rl.Close;
import dev.gdwire.protocol.rl.Describe;
import dev.gdwire.protocol.rl.Description;
import dev.gdwire.protocol.rl.Reset;
import dev.gdwire.protocol.rl.RlMessage;
import dev.gdwire.protocol.rl.RlProtocol;
import dev.gdwire.protocol.rl.Step;
import dev.gdwire.transport.RemoteException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The game in the real Godot: how it starts, what it refuses, and when it ends. */
@Tag("godot")
class GodotGameTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void describesItselfAsTheSimulatedGameDoes() {
        Description simulated;
        try (SimulatedArena game = SimulatedArena.start(0);
                GodotClient<RlMessage> client = connect(game)) {
            simulated = client.call(new Describe(), LONG);
        }
        try (GodotGame game = start(0);
                GodotClient<RlMessage> client = connect(game)) {
            assertThat(client.call(new Describe(), LONG)).isEqualTo(simulated);
        }
    }

    @Test
    void refusesActionsThatDoNotFitAndLivesOn() {
        try (GodotGame game = start(0);
                GodotClient<RlMessage> client = connect(game)) {
            Step bad = Step.of(List.of(new AgentAction(FloatList.of(1, 2, 3))));
            assertThatThrownBy(() -> client.call(bad, LONG)).isInstanceOf(RemoteException.class);
            assertThat(client.call(new Reset(3L), LONG).agents()).hasSize(8);
        }
    }

    @Test
    void endsWhenItIsToldTo() {
        try (GodotProcess process = process("--port", "0");
                GodotClient<RlMessage> client =
                        GodotClient.connect(RlProtocol.INSTANCE, "127.0.0.1", port(process))) {
            client.send(new Close());
            assertThat(process.awaitExit(LONG)).isZero();
        }
    }

    @Test
    void endsWithItsLastPeerWhenStartedForOne() {
        try (GodotProcess process = process("--port", "0", "--once")) {
            GodotClient.connect(RlProtocol.INSTANCE, "127.0.0.1", port(process)).close();
            assertThat(process.awaitExit(LONG)).isZero();
        }
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        try (GodotProcess process = process("--port", "70000")) {
            assertThat(process.awaitExit(LONG)).isEqualTo(1);
            assertThat(process.lines())
                    .contains("arena: --port: expected a number from 0 to 65535, got 70000");
        }
        try (GodotProcess process = process("--prot", "1")) {
            assertThat(process.awaitExit(LONG)).isEqualTo(1);
            assertThat(process.lines()).contains("arena: expected --port N or --once, got --prot");
        }
    }

    @Test
    void saysThatItsPortIsInUse() throws IOException {
        RealGodot.orSkip();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> start(port))
                    .isInstanceOf(GdwireException.class)
                    .hasMessageStartingWith(
                            "The game did not start: arena: port "
                                    + port
                                    + " of 127.0.0.1 is in use");
        }
    }

    private static GodotGame start(int port) {
        return GodotGame.start(RealGodot.orSkip(), RealGodot.PROJECT, port, LONG.multipliedBy(2));
    }

    private static GodotClient<RlMessage> connect(ArenaGame game) {
        return GodotClient.connect(RlProtocol.INSTANCE, "127.0.0.1", game.port());
    }

    private static GodotProcess process(String... arguments) {
        GodotProcess.Builder builder =
                GodotProcess.builder(RealGodot.orSkip()).project(RealGodot.PROJECT);
        List.of(arguments).forEach(builder::argument);
        return builder.watchdog(LONG.multipliedBy(2)).start();
    }

    private static int port(GodotProcess process) {
        String line = process.awaitLine(one -> one.startsWith("arena: listening on "), LONG);
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
    }
}
