package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.Literal;
import java.math.BigDecimal;
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
                        "## Uses [lb]b[rb]no[lb]/b[rb] BBCode.[br]",
                        "## [br]",
                        "## Second  part.",
                        "## @deprecated");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-1e300, -1.0e300",
        "1e-307, 1.0e-307",
        "1.25e-306, 1.25e-306",
        "1e-308, 2024022533073106 * 2.0 ** -1074",
        "-2.2250738585072014e-308, -4503599627370496 * 2.0 ** -1074",
        "5e-324, 1 * 2.0 ** -1074",
        "1e400, INF"
    })
    void numbersAreReadAsTheyAreMeant(BigDecimal number, String literal) {
        assertThat(GdText.decimal(number)).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource({
        "1e300,1E300",
        "-2.5e-30,-2.5E-30",
        "0e5,0",
        "1.50,1.5",
        "9007199254740991,9007199254740991"
    })
    void numbersAreShort(String number, String json) {
        assertThat(GdText.json(new Literal.NumberLiteral(new BigDecimal(number)))).isEqualTo(json);
    }

    @Test
    void markdownStaysReadable() {
        String markdown =
                "Kinds, see [the page](https://x.y/z):\n- `a[0]`: one\n- `b`: *two*\n\n```json\n"
                        + "{\"a\": [1]}\n  x[/codeblock]\n```\nThen `c`. @tutorial no";
        assertThat(GdDocs.comment(markdown))
                .containsExactly(
                        "## Kinds, see the page (https://x.y/z):[br]",
                        "## - `a[lb]0[rb]`: one[br]",
                        "## - [code]b[/code]: *two*",
                        "## [codeblock lang=text]",
                        "## {\"a\": [1]}",
                        "##   x[ /codeblock]",
                        "## [/codeblock]",
                        "## Then [code]c[/code]. [code]@tutorial[/code] no");
    }

    @Test
    void tablesKeepTheirRows() {
        assertThat(GdDocs.comment("All:\n\n| a | b |\n|---|---|\n| [/x] | 2 |\n\nNo more."))
                .containsExactly(
                        "## All:",
                        "## [codeblock lang=text]",
                        "## | a | b |",
                        "## |---|---|",
                        "## | [ /x] | 2 |",
                        "## [/codeblock]",
                        "## No more.");
        assertThat(GdDocs.comment("|a|")).hasSize(3);
    }

    @Test
    void whatHasNoWordsGetsSome() {
        Doc old = new Doc(Optional.empty(), Optional.of(" "), true);
        assertThat(GdDocs.lines(old, "The type `x`."))
                .containsExactly("## The type [code]x[/code].", "## @deprecated");
    }

    @Test
    void codeThatDoesNotEndIsEnded() {
        assertThat(GdDocs.comment("```\nx"))
                .containsExactly("## [codeblock lang=text]", "## x", "## [/codeblock]");
    }

    @Property
    void everyLineOfADocIsAComment(@ForAll String text) {
        assertThat(GdDocs.comment(text))
                .allSatisfy(line -> assertThat(line).startsWith("##").doesNotContain("\n", "\r"));
    }
}
