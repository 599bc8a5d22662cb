package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.Doc;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GdTextTest {
    @Test
    void literalsEscapeWhatWouldEndOrHideThem() {
        assertThat(GdText.quoted("a\"b'c\\d\ne\tf\u0007\u202e"))
                .isEqualTo("\"a\\\"b'c\\\\d\\ne\\tf\\U000007\\U00202e\"");
        assertThat(GdText.singleQuoted("{\"a\":'")).isEqualTo("'{\"a\":\\''");
    }

    @Property
    void aLiteralIsAlwaysOneLine(@ForAll String text) {
        assertThat(GdText.quoted(text).lines()).hasSize(1);
        assertThat(GdText.oneLine(text).lines().count()).isLessThanOrEqualTo(1);
    }

    @Test
    void docsAreCommentsWithoutBbcode() {
        Doc doc =
                new Doc(
                        Optional.of("Title"),
                        Optional.of("Uses [b]no[/b] BBCode.\n\nSecond\u0007 part. "),
                        true);
        assertThat(GdDocs.lines(doc))
                .containsExactly(
                        "## Uses [lb]b[rb]no[lb]/b[rb] BBCode.",
                        "##",
                        "## Second  part.",
                        "## @deprecated");
    }

    @Property
    void everyLineOfADocIsAComment(@ForAll String text) {
        assertThat(GdDocs.comment(text))
                .allSatisfy(line -> assertThat(line).startsWith("##").doesNotContain("\n", "\r"));
    }

    @ParameterizedTest
    @CsvSource({
        "^\\d+$, ^[0-9]+\\z",
        "a.b, 'a[^\\n\\r\\x{2028}\\x{2029}]b'",
        "[$.\\w], '[$.A-Za-z0-9_]'",
        "\\u0041\\u{1F600}, '\\x{0041}\\x{1F600}'",
        "\\$\\., \\$\\.",
        "[], (?!)",
        "[[], [\\[]",
    })
    void patternsAreSpelledForGodot(String ecma, String godot) {
        assertThat(EcmaPattern.forGodot(ecma)).isEqualTo(godot);
    }
}
