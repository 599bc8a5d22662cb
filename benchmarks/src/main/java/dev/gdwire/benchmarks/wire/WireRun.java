package dev.gdwire.benchmarks.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gdwire.benchmarks.MarkdownReport;
import dev.gdwire.benchmarks.report.BarChart;
import dev.gdwire.benchmarks.report.BarPanel;
import dev.gdwire.benchmarks.report.Releases;
import dev.gdwire.benchmarks.report.Report;
import dev.gdwire.benchmarks.report.Rounds;
import dev.gdwire.benchmarks.report.RunArguments;
import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/** Compares wires, and writes a table and a chart of it. */
public final class WireRun {
    private WireRun() {}

    /** Exits 1 when the arguments are wrong or a contestant fails. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        try {
            Path target = Path.of(System.getProperty("gdwire.home", ""), "benchmarks", "target");
            run(RunArguments.parse(List.of(arguments), target, "wire"));
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(RunArguments arguments) throws IOException, InterruptedException {
        WireChoice choice = WireChoice.parse(arguments.rest());
        Rounds<Contest, Contestant, Figures> rounds = new Rounds<>();
        for (int round = 1; round <= arguments.rounds(); round++) {
            for (Contest contest : choice.contests()) {
                for (Contestant contestant : contest.kind().contestants()) {
                    tell(round, arguments.rounds(), contest, contestant);
                    Figures figures = new Duel(contest, contestant, choice.time()).run();
                    rounds.add(contest, contestant, figures);
                }
            }
        }
        new Report(table(rounds), chart(rounds)).write(arguments);
    }

    private static void tell(int round, int rounds, Contest contest, Contestant contestant) {
        System.err.printf(
                Locale.ROOT,
                "benchmarks: round %d of %d: %s, %s: %s%n",
                round,
                rounds,
                contest.kind().label(),
                contest.shape().label(),
                contestant.label());
    }

    private static String table(Rounds<Contest, Contestant, Figures> rounds) {
        return MarkdownReport.circumstances() + " " + releases() + "\n" + new WireTable(rounds);
    }

    private static BarChart chart(Rounds<Contest, Contestant, Figures> rounds) {
        List<BarPanel> panels = WirePanels.all(rounds);
        return new BarChart(
                "Wires beside each other",
                "How many times as fast; longer bars are faster.",
                WirePanels.contestants(panels),
                panels,
                List.of(WirePanels.LEFT_OUT, MarkdownReport.circumstances(), releases()));
    }

    private static String releases() {
        return Releases.line(List.of(Channel.class, ObjectMapper.class, Launcher.class));
    }
}
