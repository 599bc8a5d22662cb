package dev.gdwire.cli.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows how far a soak is: one line that changes on a terminal, else a line now and then. */
public final class SoakProgress {
    private static final int WIDTH = 24;
    private static final long PLAIN_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double MEBI = 1024.0 * 1024;

    private final PrintWriter out;
    private final boolean onTerminal;
    private long nextPlain = PLAIN_EVERY_NANOS;
    private int shown;

    private SoakProgress(PrintWriter out, boolean onTerminal) {
        this.out = out;
        this.onTerminal = onTerminal;
    }

    /** A line that changes. */
    public static SoakProgress bar(PrintWriter out) {
        return new SoakProgress(out, true);
    }

    /** Whole lines. */
    public static SoakProgress lines(PrintWriter out) {
        return new SoakProgress(out, false);
    }

    /** What suits where standard error goes. */
    public static SoakProgress on(PrintWriter standardError) {
        return isTerminal() && !"dumb".equals(System.getenv("TERM"))
                ? bar(standardError)
                : lines(standardError);
    }

    private static boolean isTerminal() {
        Path standardError = Path.of("/proc/self/fd/2");
        if (!Files.isSymbolicLink(standardError)) {
            return System.console() != null;
        }
        try {
            String device = Files.readSymbolicLink(standardError).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }

    void show(SoakOptions options, Standing standing) {
        if (onTerminal) {
            String line = line(options, standing);
            out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            shown = line.length();
            out.flush();
        } else if (standing.nanos() >= nextPlain) {
            nextPlain = standing.nanos() + PLAIN_EVERY_NANOS;
            out.println(line(options, standing));
            out.flush();
        }
    }

    /** Leaves room for what comes after it. */
    void end() {
        if (shown > 0) {
            out.println();
            out.flush();
            shown = 0;
        }
    }

    private String line(SoakOptions options, Standing standing) {
        double done = done(options, standing);
        String bar = onTerminal ? bar(done) : "";
        return String.format(
                Locale.ROOT,
                "soak: %3d%% %s%,d messages, %,d cuts, %,d/s, heap %.0f MiB, %s",
                Math.min(99, (int) (100 * done)),
                bar,
                standing.messages(),
                standing.cuts(),
                standing.rate(),
                standing.heap() / MEBI,
                left(done, standing));
    }

    private static double done(SoakOptions options, Standing standing) {
        double messages = standing.messages() / (double) options.messages();
        double cuts = options.cuts() == 0 ? 1 : standing.cuts() / (double) options.cuts();
        return Math.min(1, Math.min(messages, cuts));
    }

    private static String bar(double done) {
        int full = (int) (done * WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] ";
    }

    private static String left(double done, Standing standing) {
        if (done == 0) {
            return "a while left";
        }
        long seconds = Math.round(standing.seconds() * (1 - done) / done);
        return "%d:%02d left".formatted(seconds / 60, seconds % 60);
    }
}
