package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.TypeName;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GdNamesTest {
    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

    @ParameterizedTest
    @CsvSource({
        "maxFrame, max_frame",
        "hot-pink, hot_pink",
        "a.b c, a_b_c",
        "HTTPServer, http_server",
        "2fast, _2fast",
        "größe, gro_udf_e",
        "class, class_",
        "yield, yield_",
        "namespace, namespace_",
        "trait, trait_",
        "script, script_",
        "connect, connect_",
        "notification, notification_",
        "reference, reference_",
        "free, free_",
        "get, get_",
        "to_json, to_json_",
        "seed, seed",
        "_private, _private",
    })
    void propertiesAreSnakeCaseAndNeverATakenWord(String wireName, String name) {
        assertThat(GdNames.property(wireName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "spawn entity, SpawnEntity",
        "node, Node_",
        "error, Error_",
        "color, Color_",
        "sender, Sender_",
        "2d map, Type2dMap",
    })
    void typesArePascalCaseAndNeverATypeOfTheEngine(String words, String name) {
        assertThat(GdNames.type(new TypeName(List.of(words.split(" "))))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"too_long, TOO_LONG", "PI, PI_", "values, VALUES_", "hot-pink, HOT_PINK"})
    void constantsAreUpperCase(String value, String name) {
        assertThat(GdNames.constant(value)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"script_changed", "connect", "protocol", "dispatch", "free", "class"})
    void signalsHideNothingOfTheDispatcher(String tag) {
        assertThat(GdNames.signal(tag)).isEqualTo(tag + "_");
    }

    @Property
    void everyTextGivesAnIdentifier(@ForAll String text) {
        assertThat(GdNames.property(text)).matches(IDENTIFIER);
        assertThat(GdNames.constant(text)).matches(IDENTIFIER);
        assertThat(GdNames.signal(text)).matches(IDENTIFIER);
    }

    @Property
    void localsHideNoProperty(@ForAll @UniqueElements List<String> texts) {
        List<String> names = texts.stream().map(GdNames::property).toList();
        Locals locals = new Locals(Set.copyOf(names));
        for (String name : names) {
            assertThat(names).doesNotContain(locals.name(name));
        }
    }

    @Test
    void aPropertyThatHidesAFunctionIsKnown() {
        assertThat(GdNames.hidesGlobalFunction("seed")).isTrue();
        assertThat(GdNames.hidesGlobalFunction("kind")).isFalse();
    }
}
