package dev.gdwire.gen.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocsTest {
    @Test
    void codeIsCode() {
        assertThat(Javadocs.escape("Set `a < b` now")).isEqualTo("Set {@code a < b} now");
    }

    @Test
    void whatJavadocReadsIsEscaped() {
        assertThat(Javadocs.escape("a */ <b> & {@link} \\u000a"))
                .isEqualTo("a *&#47; &lt;b&gt; &amp; &#123;&#64;link&#125; &#92;u000a");
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
}
