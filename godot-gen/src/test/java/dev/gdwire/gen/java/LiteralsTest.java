package dev.gdwire.gen.java;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    @Test
    void signsThatNobodySeesAreWrittenByTheirNumbers() {
        assertThat(Literals.text("a\"\\\n\u2028\u202e\u0085\u0000\u00e9$%{}").toString())
                .isEqualTo("\"a\\\"\\\\\\n\\u2028\\u202e\\u0085\\u0000\u00e9$%{}\"");
    }

    @Property
    void aStringIsOneLine(@ForAll String text) {
        assertThat(Literals.text(text).toString().split("\\R", -1)).hasSize(1);
    }
}
