package dev.gdwire.integration;

import dev.gdwire.integration.SchemaSuite.Group;
import dev.gdwire.integration.SchemaSuite.Test;
import dev.gdwire.integration.WrittenJson.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What one language makes of the suite.
 *
 * @param language what people call it
 * @param outcomes the outcome of each group's trial, by its id
 */
record SchemaSuiteReport(String language, Map<String, Outcome> outcomes) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The outcome of a group. */
    Outcome outcome(Group group) {
        return outcomes.get(group.trial().id());
    }

    /** What is wrong with a group that is not refused: verdicts, round trips, broken code. */
    List<String> faults(Group group) {
        Outcome outcome = outcome(group);
        List<String> faults = new ArrayList<>(outcome.breakage());
        for (int i = 0; i < outcome.answers().size(); i++) {
            Test test = group.tests().get(i);
            String fault = fault(group, test, outcome.answers().get(i));
            if (!fault.isEmpty()) {
                faults.add(test.description() + ": " + test.data() + ": " + fault);
            }
        }
        return faults;
    }

    private static String fault(Group group, Test test, Answer answer) {
        if (answer.isOk() != test.valid()) {
            return (test.valid() ? "valid, but " : "invalid, but ") + answer.verdict();
        }
        if (!answer.trouble().isEmpty()) {
            return answer.trouble();
        }
        return answer.isOk() && !isKept(group, test, answer)
                ? "written as " + answer.encoded()
                : "";
    }

    /** Whether all is written that was read, but for what the generated code may leave out. */
    private static boolean isKept(Group group, Test test, Answer answer) {
        JsonNode value = MAPPER.readTree(answer.encoded()).get("value");
        boolean hasDefaults = group.schema().contains("\"default\"");
        Allowed allowed =
                hasDefaults ? Allowed.DROPPED_MEMBERS_AND_DEFAULTS : Allowed.DROPPED_MEMBERS;
        return value != null && WrittenJson.differsOnlyBy(allowed, test.data(), value);
    }

    /** Where another language says something else: other words, another form. */
    List<String> differences(Group group, SchemaSuiteReport other) {
        List<Answer> ours = outcome(group).answers();
        List<Answer> theirs = other.outcome(group).answers();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            Answer one = ours.get(i);
            Answer two = theirs.get(i);
            if (!one.verdict().equals(two.verdict()) || !sameForm(one, two)) {
                differences.add(
                        "%s: %s: %s says %s %s, %s says %s %s"
                                .formatted(
                                        group.tests().get(i).description(),
                                        group.tests().get(i).data(),
                                        language,
                                        one.verdict(),
                                        one.encoded(),
                                        other.language,
                                        two.verdict(),
                                        two.encoded()));
            }
        }
        return differences;
    }

    private static boolean sameForm(Answer one, Answer two) {
        return !one.isOk()
                || WrittenJson.same(MAPPER.readTree(one.encoded()), MAPPER.readTree(two.encoded()));
    }

    /** How many groups are refused, wrong and right. */
    String summary(List<Group> groups) {
        long refused = count(groups, group -> outcome(group).isRefused());
        long wrong = count(groups, group -> !faults(group).isEmpty());
        return "| %s | %d | %d | %d |"
                .formatted(language, groups.size() - refused - wrong, refused, wrong);
    }

    private static long count(List<Group> groups, Predicate<Group> wanted) {
        return groups.stream().filter(wanted).count();
    }
}
