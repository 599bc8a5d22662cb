package dev.gdwire.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;

/** What a comparison found, as a table and as a chart. */
public record Report(String table, BarChart chart) {
    /** Prints the table, and writes both where the arguments want them. */
    public void write(RunArguments arguments) throws IOException {
        System.out.print(table);
        Files.writeString(arguments.table(), table);
        System.err.println("benchmarks: written " + arguments.table());
        chart.write(arguments.chart());
        System.err.println("benchmarks: written " + arguments.chart());
    }
}
