package dev.gdwire.examples.arena;

import dev.gdwire.client.ClientBuilder;
import dev.gdwire.client.GodotClient;
import dev.gdwire.examples.arena.learn.ProgressPrinter;
import dev.gdwire.examples.arena.learn.Training;
import dev.gdwire.examples.arena.learn.TrainingResult;
import dev.gdwire.examples.arena.messages.ArenaProtocol;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.rl.Close;
import dev.gdwire.protocol.rl.RlProtocol;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The demo: starts the arena in Godot, trains a policy on it through typed messages, and draws the
 * learning curve. Not safe for use by several threads.
 */
public final class ArenaDemo {
    private static final String LOOPBACK = "127.0.0.1";

    private final DemoOptions options;
    private final PrintStream out;
    private final PrintStream err;
    private final ProgressPrinter.Style style;
    private final GameStarter starter;

    /**
     * A demo that writes to standard output and standard error.
     *
     * @param preparation done after the first line is out and before the game starts; what it gives
     *     is the second line
     */
    public ArenaDemo(DemoOptions options, Supplier<String> preparation) {
        this(options, preparation, System.getenv(), System.out, System.err, Terminal.style());
    }

    ArenaDemo(
            DemoOptions options,
            Supplier<String> preparation,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            ProgressPrinter.Style style) {
        this.options = options;
        this.out = out;
        this.err = err;
        this.style = style;
        this.starter = new GameStarter(environment, firstLine -> prepare(firstLine, preparation));
    }

    /**
     * Runs it. Whatever goes wrong is one line on the error stream.
     *
     * @return the exit code: 0 if the last generation is clearly better than the first, else 1
     */
    public int run() {
        try {
            requireFolder(options.output());
            DemoReport report = play();
            out.println("learning curve: " + report.draw(options.output()));
            boolean learned = report.result().learned();
            (learned ? out : err).println(report.lastLine());
            return learned ? 0 : 1;
        } catch (GdwireException e) {
            err.println("demo failed: " + oneLine(e));
            return 1;
        }
    }

    private void prepare(String firstLine, Supplier<String> preparation) {
        out.println(firstLine);
        out.println(preparation.get());
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new GdwireException(
                    "The learning curve cannot be written to "
                            + folder
                            + ": name a folder that can be written to.");
        }
    }

    private DemoReport play() {
        try (ArenaGame game = starter.start(options)) {
            try {
                return train(game);
            } catch (GdwireException e) {
                String words = game.lastWords();
                throw words.isEmpty()
                        ? e
                        : new GdwireException(oneLine(e) + "; the game said: " + words, e);
            }
        }
    }

    private DemoReport train(ArenaGame game) {
        GameNews news = new GameNews();
        ClientBuilder<Message> builder =
                GodotClient.builder(List.of(RlProtocol.INSTANCE, ArenaProtocol.INSTANCE));
        news.watch(builder);
        try (GodotClient<Message> client = builder.connect(LOOPBACK, game.port());
                ProgressPrinter progress = new ProgressPrinter(out, style)) {
            Training training =
                    new Training(
                            new RlEnvironment(client),
                            options.seed(),
                            new StatusSender(client, progress));
            TrainingResult result = training.run(options.limit());
            out.println(news);
            client.send(new Close());
            return new DemoReport(game.place(), options.seed(), result);
        }
    }

    private static String oneLine(GdwireException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason was given");
    }
}
