package dev.gdwire.gen.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.Doc;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JavadocsTest {
    @Test
    void codeIsCode() {
        assertThat(JavadocText.marked("Set `a < b` now")).isEqualTo("Set {@code a < b} now");
    }

    @Test
    void whatJavadocReadsIsEscaped() {
        assertThat(JavadocText.marked("a */ <b> & {@link} \\u000a"))
                .isEqualTo("a *&#47; &lt;b&gt; &amp; &#123;&#64;link&#125; &#92;u000a");
    }

    @Test
    void codeIsAlwaysSeen() {
        assertThat(JavadocText.code("a b")).isEqualTo("{@code a b}");
        assertThat(JavadocText.code("{`}\u0001")).isEqualTo("<code>&#123;`&#125;</code>");
        assertThat(JavadocText.code(" ")).isEqualTo("<code>\" \"</code>");
    }

    @Test
    void emptyLinesPartParagraphs() {
        assertThat(Javadocs.of(Samples.doc("One.\n\nTwo,\nand more."), ""))
                .isEqualTo("One.\n\n<p>Two, and more.");
    }

    @Test
    void longLinesAreWrapped() {
        String text = "word ".repeat(40);
        assertThat(Javadocs.of(Samples.doc(text), "").lines())
                .hasSize(3)
                .allMatch(line -> line.length() <= 88);
    }

    @Test
    void listsAndCodeAreShownAsSuch() {
        String text =
                """
                # Speed
                Either:
                - *slow*, or
                  **very** fast
                - see [the page](https://example.com/a?b=c&d)

                1. one
                2. `{"a": 1}`
                ```json
                {"a": [1, 2] /* all */}
                ```
                | a | b |
                |---|---|
                ~~~
                never closed \\u000a\
                """;
        assertThat(Javadocs.of(Samples.doc(text), ""))
                .isEqualTo(
                        """
                        <b>Speed</b>

                        <p>Either:

                        <ul>
                          <li>*slow*, or <b>very</b> fast
                          <li>see <a href="https://example.com/a?b=c&amp;d">the page</a>
                        </ul>

                        <ol>
                          <li>one
                          <li><code>&#123;"a": 1&#125;</code>
                        </ol>

                        <pre>
                        &#123;"a": [1, 2] /* all *&#47;&#125;
                        </pre>

                        <pre>
                        | a | b |
                        |---|---|
                        </pre>

                        <pre>
                        never closed &#92;u000a
                        </pre>\
                        """);
    }

    @Test
    void whatSaysNothingIsNoJavadoc() {
        assertThat(Javadocs.of(Samples.doc("```\n```\n\u0007\n#"), "Else.")).isEqualTo("#");
        assertThat(Javadocs.of(Samples.doc("```\n\n```"), "Else.")).isEqualTo("Else.");
    }

    /** Whatever a schema says, what is generated of it is Javadoc without a fault. */
    @Property(tries = 20)
    void everyTextIsSoundJavadoc(@ForAll("texts") List<String> texts) {
        StringBuilder source = new StringBuilder("/** All. */ class All {\n");
        for (int i = 0; i < texts.size(); i++) {
            Doc doc = Samples.doc(texts.get(i));
            String body = Javadocs.of(doc, "Else.") + "\n" + Javadocs.param("x", doc, "else");
            source.append("/**\n * ").append(body.replace("\n", "\n * ")).append("\n */\n");
            source.append("void m").append(i).append("(int x) {}\n");
        }
        assertThat(JavadocLint.faults(source.append("}").toString())).isEmpty();
    }

    @Provide
    static Arbitrary<List<String>> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "word",
                        " ",
                        "\n",
                        "\n\n",
                        "`",
                        "``",
                        "```",
                        "\n```\n",
                        "~~~",
                        "{@code ",
                        "{@link ",
                        "}",
                        "{",
                        "@param ",
                        "\n@see x",
                        "<b>",
                        "</p>",
                        "<",
                        ">",
                        "&",
                        "&amp",
                        "*/",
                        "/*",
                        "*",
                        "**",
                        "/",
                        "\\",
                        "\\u000a",
                        "\\u",
                        "- ",
                        "\n- ",
                        "\n* ",
                        "\n1. ",
                        "\n# ",
                        "#",
                        "| a | b |",
                        "\n|-|",
                        "[",
                        "](",
                        "](https://",
                        "[a](https://b.c/d?e&f)",
                        ")",
                        "\t",
                        "\r",
                        "\u2028",
                        "\u0007",
                        "\ud83d\ude00",
                        "\u65e5",
                        "\"",
                        "'",
                        "=",
                        "://",
                        "<!--",
                        "-->",
                        "<a href=\"");
        Arbitrary<String> text =
                Arbitraries.oneOf(
                        pieces.list().ofMaxSize(25).map(list -> String.join("", list)),
                        Arbitraries.strings().ofMaxLength(40));
        return text.list().ofSize(50);
    }
}
