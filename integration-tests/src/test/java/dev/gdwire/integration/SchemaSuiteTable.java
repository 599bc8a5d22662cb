package dev.gdwire.integration;

import dev.gdwire.integration.SchemaSuite.Group;
import java.util.List;
import java.util.stream.Collectors;

/** The table of the suite's groups, as Markdown. */
final class SchemaSuiteTable {
    private final StringBuilder out = new StringBuilder();

    private SchemaSuiteTable() {}

    /** What each language makes of the groups, those with something to tell listed by name. */
    static String of(List<Group> groups, List<SchemaSuiteReport> reports) {
        SchemaSuiteTable table = new SchemaSuiteTable();
        table.line("# JSON Schema test suite, draft 2020-12: " + groups.size() + " groups\n");
        table.line("| language | right | refused | wrong |\n|---|---|---|---|");
        reports.forEach(report -> table.line(report.summary(groups)));
        table.line("\n## Refused\n\n| group | reason |\n|---|---|");
        groups.forEach(group -> table.refusals(group, reports));
        table.line("\n## Wrong\n");
        groups.forEach(group -> reports.forEach(report -> table.faults(group, report)));
        for (SchemaSuiteReport other : reports.subList(1, reports.size())) {
            table.line("\n## Said otherwise in " + other.language() + "\n");
            groups.forEach(group -> table.differences(group, reports.get(0), other));
        }
        return table.out.toString();
    }

    /** A reason that all languages share is that of the schemas, and told once. */
    private void refusals(Group group, List<SchemaSuiteReport> reports) {
        reports.stream()
                .filter(report -> report.outcome(group).isRefused())
                .map(report -> report.outcome(group).refusals().get(0).replace("|", "\\|"))
                .distinct()
                .forEach(reason -> line("| " + group.name() + " | " + reason + " |"));
    }

    private void faults(Group group, SchemaSuiteReport report) {
        entry(group, report.language(), report.faults(group));
    }

    private void differences(Group group, SchemaSuiteReport one, SchemaSuiteReport other) {
        entry(group, other.language(), one.differences(group, other));
    }

    private void entry(Group group, String language, List<String> texts) {
        if (!texts.isEmpty()) {
            line("- **" + group.name() + "** in " + language + ": `" + group.schema() + "`");
            line(texts.stream().map(text -> "  - " + text).collect(Collectors.joining("\n")));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
