package dev.gdwire.cli.soak;

import dev.gdwire.cli.soak.messages.Arrivals;
import dev.gdwire.faults.ChaosCounts;
import dev.gdwire.faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What a soak has shown.
 *
 * @param game what the Java side talked to
 * @param toGame the numbered messages that the game received
 * @param toJava those that the Java side received
 * @param askedByJava the requests that the game received
 * @param askedByGame those that the Java side received
 * @param chaos what was done to the connections
 * @param resumes how often the session went on over another connection
 * @param seconds how long it took
 * @param memory the most memory
 * @param faults what was wrong; empty if nothing was
 */
public record SoakReport(
        String game,
        Arrivals toGame,
        Arrivals toJava,
        Arrivals askedByJava,
        Arrivals askedByGame,
        ChaosCounts chaos,
        long resumes,
        double seconds,
        Memory memory,
        List<String> faults) {
    private static final double MEBI = 1024.0 * 1024;

    /**
     * The most bytes of memory.
     *
     * @param heap of this program's heap, after collections
     * @param resident of this program, for the system
     * @param gameResident of the game's process, for the system
     * @param gameStatic what the game's engine had allocated; 0 for a game in this program
     */
    public record Memory(
            long heap, OptionalLong resident, OptionalLong gameResident, long gameStatic) {}

    public SoakReport {
        faults = List.copyOf(faults);
    }

    /** Whether all went as it must. */
    public boolean isGood() {
        return faults.isEmpty();
    }

    /** Numbered messages that came, both ways. */
    public long messages() {
        return toGame.received() + toJava.received();
    }

    /** Requests that came, both ways. */
    public long requests() {
        return askedByJava.received() + askedByGame.received();
    }

    /** For people. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("soak: with " + game);
        lines.add(
                row(
                        "messages",
                        "%,d (%,d to the game, %,d from it)",
                        messages(),
                        toGame.received(),
                        toJava.received()));
        lines.add(
                row(
                        "requests",
                        "%,d (%,d to the game, %,d from it)",
                        requests(),
                        askedByJava.received(),
                        askedByGame.received()));
        lines.add(
                row(
                        "cuts",
                        "%,d (%,d by FIN, %,d by RST); %,d refused, %,d bytes corrupted",
                        chaos.cuts(),
                        chaos.of(Fault.CUT),
                        chaos.of(Fault.RESET),
                        chaos.of(Fault.REFUSE),
                        chaos.of(Fault.CORRUPT)));
        lines.add(row("resumes", "%,d", resumes));
        lines.add(row("lost", "%,d", sum(Arrivals::lost)));
        lines.add(row("twice", "%,d", sum(Arrivals::twice)));
        lines.add(row("out of order", "%,d", sum(Arrivals::outOfOrder)));
        lines.add(row("changed", "%,d", sum(Arrivals::wrong)));
        lines.add(
                row(
                        "took",
                        "%.1f s, %,.0f messages/s, %,.1f MB over the wire",
                        seconds,
                        messages() / seconds,
                        chaos.bytes() / 1e6));
        lines.add(row("memory", "%s", memoryText()));
        faults.forEach(fault -> lines.add("  FAULT: " + fault));
        lines.add(isGood() ? "soak: good" : "soak: FAILED");
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(String name, String format, Object... values) {
        return "  %-13s".formatted(name) + String.format(Locale.ROOT, format, values);
    }

    private long sum(ToLongFunction<Arrivals> count) {
        return count.applyAsLong(toGame)
                + count.applyAsLong(toJava)
                + count.applyAsLong(askedByJava)
                + count.applyAsLong(askedByGame);
    }

    private String memoryText() {
        StringBuilder text =
                new StringBuilder("heap after collections at most ").append(mebi(memory.heap()));
        memory.resident()
                .ifPresent(bytes -> text.append(", this process at most ").append(mebi(bytes)));
        if (memory.gameStatic() > 0) {
            text.append(", the game's engine at most ").append(mebi(memory.gameStatic()));
        }
        memory.gameResident()
                .ifPresent(bytes -> text.append(", its process at most ").append(mebi(bytes)));
        return text.toString();
    }

    private static String mebi(long bytes) {
        return String.format(Locale.ROOT, "%.0f MiB", bytes / MEBI);
    }
}
