package dev.gdwire.cli;

import dev.gdwire.cli.soak.Soak;
import dev.gdwire.cli.soak.SoakOptions;
import dev.gdwire.cli.soak.SoakProgress;
import dev.gdwire.cli.soak.SoakReport;
import dev.gdwire.client.GodotLocator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gdwire soak}: shows that sessions lose nothing, however often connections break. */
@Command(
        name = "soak",
        description = {
            "Two peers with a session send each other numbered messages and requests as fast as"
                    + " they can, while their connections are cut, reset, refused, stalled and"
                    + " split.",
            "Exits 0 when nothing was lost, came twice, out of order or changed; else it says"
                    + " what, and exits 1."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SoakCommand implements Callable<Integer> {
    private static final String SCHEMAS = "cli/src/main/schemas/soak";
    private static final String PROJECT = "cli/src/main/godot/soak";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DAYS = 2;

    /** What the Java side talks to: at most one of these is given. */
    private static final class Place {
        @Option(
                names = "--godot",
                arity = "0..1",
                fallbackValue = "",
                paramLabel = "PATH",
                description =
                        "Talk to a game in a real Godot: this one, else $GODOT, else godot on PATH,"
                                + " else what 'gdwire godot install' fetched. Without this option"
                                + " the game is one in Java.")
        private String godot;

        @Option(
                names = "--shared-threads",
                description = "One thread moves all bytes of the game in Java.")
        private boolean sharedThreads;
    }

    @ArgGroup private Place place = new Place();

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many messages at least, both ways together (${DEFAULT-VALUE}).")
    private long messages;

    @Option(
            names = "--cuts",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many cut connections at least (${DEFAULT-VALUE}).")
    private int cuts;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What contents and faults follow from (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--tls",
            description = "Under TLS, with a pair made for it; then bytes are corrupted too.")
    private boolean tls;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (messages < 1 || cuts < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--messages is at least 1, and --cuts at least 0");
        }
        Path folder = Files.createTempDirectory("gdwire-soak-pair-");
        try {
            return run(tls ? Optional.of(pair(folder)) : Optional.empty()) ? 0 : 1;
        } finally {
            for (String file : List.of(CertificateCommand.CERTIFICATE, CertificateCommand.KEY)) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private static SoakOptions.Pair pair(Path folder) throws IOException, InterruptedException {
        SoakOptions.Pair pair =
                new SoakOptions.Pair(
                        folder.resolve(CertificateCommand.CERTIFICATE),
                        folder.resolve(CertificateCommand.KEY));
        SelfSigned.make(List.of(), DAYS).write(pair.certificate(), pair.key());
        return pair;
    }

    private boolean run(Optional<SoakOptions.Pair> pair) {
        SoakOptions options = new SoakOptions(messages, cuts, seed, game(), pair, PATIENCE);
        SoakReport report = new Soak(options, SoakProgress.on(spec.commandLine().getErr())).run();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.text());
        out.flush();
        return report.isGood();
    }

    private SoakOptions.Game game() {
        if (place.godot == null) {
            return new SoakOptions.Simulated(place.sharedThreads ? 1 : 0);
        }
        GodotLocator locator = GodotLocator.ofSystem();
        Path program =
                place.godot.isEmpty() ? locator.locate() : locator.locate(Path.of(place.godot));
        return new SoakOptions.Godot(program, Home.resolve(SCHEMAS), Home.resolve(PROJECT));
    }
}
