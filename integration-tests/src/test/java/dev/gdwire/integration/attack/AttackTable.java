package dev.gdwire.integration.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What attacks were tried, what must hold, and what was seen, in Markdown. */
final class AttackTable {
    private static final Path FOLDER = Path.of("target", "attacks");

    private final String name;
    private final List<String> rows = new ArrayList<>();

    AttackTable(String name) {
        this.name = name;
    }

    void add(
            Attack attack,
            Assailants assailants,
            long bound,
            Footprint seen,
            HonestPeers.Report honest,
            HonestPeers.Report calm)
            throws IOException {
        List<String> cells = new ArrayList<>(List.of(attack.description()));
        cells.add(Footprint.mebibytes(assailants.sentBytes()));
        cells.add(Footprint.mebibytes(bound));
        cells.addAll(seen.cells());
        cells.add(String.format(Locale.ROOT, "%.0f", honest.perSecond()));
        cells.add(String.format(Locale.ROOT, "%.0f", calm.perSecond()));
        cells.add(String.format(Locale.ROOT, "%.0f", honest.longestMillis()));
        rows.add("| " + String.join(" | ", cells) + " |");
        write();
    }

    /** After each row: a run that is ended has what there was until then. */
    private void write() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| Attack (%s) | Sent, MiB | Bound of the heap, MiB | Seen: heap, MiB | Direct buffers, MiB | Resident, MiB | Threads | Honest round trips/s | Without an attack | Longest wait, ms |"
                        .formatted(name));
        lines.add("|---".repeat(10) + "|");
        lines.addAll(rows);
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name.replace(' ', '-') + ".md"), lines);
    }
}
