package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the words of one schema: that they are known, supported, and have a fitting value. */
final class KeywordChecker {
    private final Strictness strictness;
    private final Problems problems;
    private final UnknownKeywords unknown;

    KeywordChecker(Strictness strictness, Problems problems) {
        this.strictness = strictness;
        this.problems = problems;
        this.unknown = new UnknownKeywords(problems);
    }

    /** The draft that a schema itself names. */
    Optional<Dialect> dialect(ObjectNode schema) {
        return Optional.ofNullable(schema.get("$schema"))
                .filter(JsonNode::isTextual)
                .flatMap(name -> Draft.of(name.textValue()))
                .map(draft -> new Dialect(draft, true));
    }

    /** Whether all supported words have a fitting value, so that the schema can be looked into. */
    boolean check(Location location) {
        boolean good = true;
        for (Map.Entry<String, JsonNode> member : location.node().properties()) {
            good &= check(location, member.getKey(), member.getValue());
        }
        return good;
    }

    /** Tells of the words that no draft knows, each once a file. */
    void reportUnknown() {
        unknown.report();
    }

    private boolean check(Location location, String keyword, JsonNode value) {
        Keywords.Value wanted = Keywords.value(keyword);
        if (wanted == null) {
            unknown(location, keyword);
            return true;
        }
        if (!ModernKeywords.hasEffect(location.node(), keyword, location.dialect())) {
            withoutEffect(location, keyword);
            return true;
        }
        if (!KeywordValues.fits(value, wanted, location.dialect())) {
            wrongValue(location, keyword, value, wanted);
            return !Keywords.isValidating(keyword);
        }
        if (keyword.equals("$schema")) {
            draft(location, value.textValue());
        }
        return true;
    }

    private void wrongValue(
            Location location, String keyword, JsonNode value, Keywords.Value wanted) {
        String hint = "change it to " + wanted.words();
        if (keyword.equals("type")) {
            hint = "types are object, array, string, integer, number, boolean, null";
        } else if (keyword.equals("items") && value.isArray()) {
            hint = "draft 2020-12 calls an array of schemas \"prefixItems\"";
        }
        boolean remark = Keywords.isRemark(keyword);
        problems.add(
                new Problem(
                        remark ? Severity.WARNING : Severity.ERROR,
                        ProblemId.BAD_KEYWORD_VALUE,
                        location.value(keyword),
                        "the value of \"" + keyword + "\" must be " + wanted.words(),
                        Optional.of(hint)));
    }

    private void withoutEffect(Location location, String keyword) {
        Draft draft = location.dialect().draft();
        Optional<String> instead =
                draft == Draft.DRAFT_2020_12 ? Keywords.replacement(keyword) : Optional.empty();
        boolean sibling = Keywords.isKnownTo(location.dialect().draft(), keyword);
        problems.warning(
                ProblemId.KEYWORD_WITHOUT_EFFECT,
                location.key(keyword),
                sibling
                        ? "\"" + keyword + "\" beside \"$ref\" has no effect before draft 2019-09"
                        : "\"" + keyword + "\" has no effect in the draft that \"$schema\" names",
                sibling
                        ? "put both into an \"allOf\", or use draft 2020-12"
                        : instead.orElse(
                                draft == Draft.DRAFT_2020_12
                                        ? "leave it out"
                                        : "use draft 2020-12, or leave it out"));
    }

    private void unknown(Location location, String keyword) {
        if (Keywords.isExtension(keyword)) {
            misspelt(location, keyword);
            return;
        }
        String instead = Keywords.UNSUPPORTED.get(keyword);
        boolean trivial =
                keyword.startsWith("unevaluated")
                        && location.node().path(keyword).isObject()
                        && location.node().get(keyword).isEmpty();
        if (trivial) {
            return;
        }
        if (instead != null
                && !ModernKeywords.hasEffect(location.node(), keyword, location.dialect())) {
            withoutEffect(location, keyword);
            return;
        }
        if (instead != null) {
            unsupported(location, keyword, instead);
            return;
        }
        unknown.add(location, keyword);
    }

    private void misspelt(Location location, String keyword) {
        if (keyword.equals(Keywords.GDWIRE)) {
            return;
        }
        Suggestion.of(keyword, List.of(Keywords.GDWIRE))
                .ifPresent(
                        hint ->
                                problems.warning(
                                        ProblemId.UNKNOWN_KEYWORD,
                                        location.key(keyword),
                                        "\"" + keyword + "\" has no effect",
                                        hint));
    }

    private void unsupported(Location location, String keyword, String instead) {
        String how = strictness == Strictness.LENIENT ? ", and has no effect" : "";
        problems.add(
                new Problem(
                        severity(),
                        ProblemId.UNSUPPORTED_KEYWORD,
                        location.key(keyword),
                        "\"" + keyword + "\" is not supported" + how,
                        Optional.of(instead)));
    }

    private void draft(Location location, String draft) {
        if (Draft.of(draft).isPresent()) {
            return;
        }
        problems.add(
                new Problem(
                        severity(),
                        ProblemId.UNSUPPORTED_DRAFT,
                        location.value("$schema"),
                        "the draft \"" + draft + "\" is not supported",
                        Optional.of(
                                "supported are drafts 04 to 2020-12, such as "
                                        + Draft.DRAFT_2020_12.uri())));
    }

    private Severity severity() {
        return strictness == Strictness.LENIENT ? Severity.WARNING : Severity.ERROR;
    }
}
