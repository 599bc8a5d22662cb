package dev.gdwire.examples.arena.learn;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Shows a training on a stream: on a terminal one line that is rewritten ten times a second, else a
 * new line every other second. Not safe for use by several threads.
 */
public final class ProgressPrinter implements TrainingListener, AutoCloseable {
    private static final String REWRITE = "\r\u001b[K";

    private final PrintStream out;
    private final Style style;
    private Optional<Generation> last = Optional.empty();
    private Duration next = Duration.ZERO;
    private boolean lineIsOpen;

    /** Where the lines go. */
    public enum Style {
        /** A terminal, whose line can be rewritten. */
        TERMINAL(Duration.ofMillis(100)),
        /** A file or a pipe. */
        PLAIN(Duration.ofSeconds(2));

        private final Duration pause;

        Style(Duration pause) {
            this.pause = pause;
        }
    }

    /** A printer that writes to a stream, which stays open. */
    public ProgressPrinter(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public void stepped(TrainingProgress progress) {
        if (progress.elapsed().compareTo(next) < 0) {
            return;
        }
        next = progress.elapsed().plus(style.pause);
        print(ProgressLine.of(progress, last));
    }

    @Override
    public void ended(TrainingProgress progress) {
        print(ProgressLine.of(progress, last));
        close();
    }

    @Override
    public void generationEnded(Generation generation) {
        last = Optional.of(generation);
    }

    private void print(String line) {
        if (style == Style.TERMINAL) {
            out.print(REWRITE + line);
            out.flush();
            lineIsOpen = true;
        } else {
            out.println(line);
        }
    }

    /** Ends the line, so that whatever is printed next starts on one of its own. */
    @Override
    public void close() {
        if (lineIsOpen) {
            out.println();
            lineIsOpen = false;
        }
    }
}
