package dev.gdwire.gen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NameBookTest {
    @Test
    void whoHasTheNameKeepsIt() {
        assertThat(NameBook.ofComponents(List.of("fooBar", "foo_bar", "_fooBar", "FooBar")))
                .isEqualTo(
                        Map.of(
                                "fooBar", "fooBar",
                                "foo_bar", "foo_bar",
                                "_fooBar", "_fooBar",
                                "FooBar", "fooBar2"));
    }

    @Test
    void aNameThatNeedsNoSignsIsForWhoHasNone() {
        assertThat(NameBook.ofConstants(List.of("x", "-x")))
                .isEqualTo(Map.of("x", "X", "-x", "MINUS_X"));
    }

    @Test
    void namesThatAreTakenAreEscaped() {
        assertThat(NameBook.ofComponents(List.of("dev", "dev_"), Set.of("dev")))
                .isEqualTo(Map.of("dev", "dev_2", "dev_", "dev_"));
    }

    @Test
    void whatJavaDoesNotTakeGetsANumber() {
        assertThat(NameBook.ofComponents(List.of("foo-bar", "foo.bar", "fooBar")))
                .isEqualTo(Map.of("foo-bar", "fooBar2", "foo.bar", "fooBar3", "fooBar", "fooBar"));
    }

    @Test
    void signsAreSpeltOut() {
        assertThat(NameBook.ofConstants(List.of("C", "C++", "C#")))
                .isEqualTo(Map.of("C", "C", "C++", "C_PLUS_PLUS", "C#", "C_HASH"));
    }

    @Property
    void everyNameIsOneOfItsOwnWhateverTheOrder(@ForAll List<String> wireNames) {
        List<String> distinct = new ArrayList<>(new HashSet<>(wireNames));
        Map<String, String> components = NameBook.ofComponents(distinct);
        assertThat(components.values()).doesNotHaveDuplicates().allMatch(JavaNames::isName);
        Map<String, String> constants = NameBook.ofConstants(distinct);
        assertThat(constants.values()).doesNotHaveDuplicates().allMatch(JavaNames::isName);
        Collections.reverse(distinct);
        assertThat(NameBook.ofComponents(distinct)).isEqualTo(components);
        assertThat(NameBook.ofConstants(distinct)).isEqualTo(constants);
    }
}
