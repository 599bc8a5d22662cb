package dev.gdwire.benchmarks;

import dev.gdwire.client.GodotLocator;
import dev.gdwire.client.GodotProcess;
import dev.gdwire.examples.arena.SimulatedArena;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.rl.Describe;
import dev.gdwire.protocol.rl.RlMessage;
import dev.gdwire.protocol.rl.RlProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures calls from Java to the arena, one after the other: in the real Godot (headless, main
 * loop, latency FAST), in Java on the same wire, and the same bytes over bare sockets.
 */
public final class GodotRoundTrip {
    private static final int DEFAULT_CALLS = 10_000;
    private static final String READY = "arena: listening on 127.0.0.1:";
    private static final Duration START = Duration.ofSeconds(60);

    private final int calls;
    private final MarkdownReport report =
            new MarkdownReport(
                    "Where", "Call", "p50 us", "p90 us", "p99 us", "Calls a second (one caller)");

    private GodotRoundTrip(int calls) {
        this.calls = calls;
    }

    /** Takes the number of calls to measure; exits 1 when there is no Godot or it fails. */
    public static void main(String[] arguments) throws IOException {
        try {
            GodotRoundTrip roundTrip = new GodotRoundTrip(calls(arguments));
            roundTrip.inGodot(Path.of(System.getProperty("gdwire.home", "")));
            roundTrip.inJava();
            System.out.print(roundTrip.report);
        } catch (GdwireException | IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int calls(String[] arguments) {
        String given = arguments.length == 0 ? "" + DEFAULT_CALLS : String.join(" ", arguments);
        if (!given.matches("[1-9][0-9]{0,7}")) {
            throw new IllegalArgumentException(
                    "expected the number of calls to measure, from 1 to 99999999, got " + given);
        }
        return Integer.parseInt(given);
    }

    private void inGodot(Path home) {
        try (GodotProcess godot = start(home)) {
            String line = godot.awaitLine(said -> said.startsWith(READY), START);
            try (RlCalls arena = new RlCalls(Integer.parseInt(line.substring(READY.length())))) {
                measure("Godot", arena);
            }
        }
    }

    private static GodotProcess start(Path home) {
        return GodotProcess.builder(GodotLocator.ofSystem().locate())
                .project(home.resolve("examples/arena/godot"))
                .argument("--port")
                .argument("0")
                .argument("--once")
                .start();
    }

    private void inJava() throws IOException {
        try (SimulatedArena simulated = SimulatedArena.start(0);
                RlCalls arena = new RlCalls(simulated.port())) {
            measure("Java, the same rules and wire", arena);
            measureBare("`describe`", new Describe(), arena.describe());
            measureBare("`step`, 8 agents", arena.nextStep(), arena.step());
        }
    }

    private void measure(String where, RlCalls arena) {
        add(where, "`describe`", Latencies.measure(calls, arena::describe));
        add(where, "`step`, 8 agents", Latencies.measure(calls, arena::step));
    }

    private void measureBare(String call, RlMessage request, RlMessage reply) throws IOException {
        try (BareSockets sockets = new BareSockets(line(request, "$id"), line(reply, "$re"))) {
            add("Bare sockets, the same bytes", call, Latencies.measure(calls, sockets::call));
        }
    }

    private static byte[] line(RlMessage message, String key) {
        return Lines.of(RlProtocol.INSTANCE.encode(message), key);
    }

    private void add(String where, String call, Latencies latencies) {
        report.row(
                where,
                call,
                latencies.percentile(50),
                latencies.percentile(90),
                latencies.percentile(99),
                latencies.callsPerSecond());
    }
}
