package dev.gdwire.gen.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberLimits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldWordsTest {
    private static final TypeRef PERCENT = integer("0", "100");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | From 0 to 100.",
                "Health. | Health. From 0 to 100.",
                "Health | Health. From 0 to 100.",
                "Is it well? | Is it well? From 0 to 100.",
                "Health, 0 to 100. | Health, 0 to 100.",
                "Health, 0 to 1000. | Health, 0 to 1000. From 0 to 100."
            })
    void limitsAreToldUnlessTheWordsTellThem(String description, String words) {
        assertThat(words(description, PERCENT)).isEqualTo(words);
    }

    @Test
    void limitsAreAParagraphBehindOthers() {
        assertThat(words("Some:\n\n- a\n- b\n", PERCENT))
                .isEqualTo("Some:\n\n- a\n- b\n\nFrom 0 to 100.");
    }

    @Test
    void eachKindHasItsWords() {
        assertThat(words(null, integer("-5", null))).isEqualTo("At least -5.");
        assertThat(words(null, integer(null, "1e20"))).isEqualTo("At most 1E+20.");
        assertThat(words(null, text(1, 1, "a`b")))
                .isEqualTo("Exactly 1 character, matching ``a`b``.");
        assertThat(words(null, text(0, 4, null))).isEqualTo("At most 4 characters.");
        assertThat(words(null, list(text(2, 4, null), 1, true)))
                .isEqualTo("At least 1 item, all different. Each 2 to 4 characters.");
        assertThat(
                        words(
                                null,
                                new TypeRef.NullableRef(
                                        new TypeRef.MapRef(
                                                PERCENT, OptionalInt.empty(), OptionalInt.of(3)))))
                .isEqualTo("At most 3 members. Each from 0 to 100.");
        assertThat(words(null, new TypeRef.BooleanRef())).isNull();
    }

    private static String words(String description, TypeRef type) {
        Doc doc = new Doc(Optional.empty(), Optional.ofNullable(description), false);
        FieldDef field =
                new FieldDef(
                        "hp",
                        new Source("a.schema.json", "", 1, 1),
                        doc,
                        type,
                        FieldDef.Presence.REQUIRED,
                        Optional.empty());
        return field.words().description().orElse(null);
    }

    private static TypeRef integer(String minimum, String maximum) {
        return new TypeRef.IntegerRef(
                IntegerWidth.INT53,
                new NumberLimits(
                        Optional.ofNullable(minimum).map(BigDecimal::new),
                        Optional.ofNullable(maximum).map(BigDecimal::new),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static TypeRef text(int least, int most, String pattern) {
        return new TypeRef.StringRef(
                OptionalInt.of(least), OptionalInt.of(most), Optional.ofNullable(pattern));
    }

    private static TypeRef list(TypeRef items, int least, boolean unique) {
        return new TypeRef.ListRef(items, OptionalInt.of(least), OptionalInt.empty(), unique);
    }
}
