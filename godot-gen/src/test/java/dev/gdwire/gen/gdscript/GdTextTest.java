package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.Doc;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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
}
