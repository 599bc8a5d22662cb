package dev.gdwire.gen.java;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {
    @ParameterizedTest
    @CsvSource({
        "max_frame, maxFrame",
        "maxFrame, maxFrame",
        "MaxFrame, maxFrame",
        "HP, hp",
        "at-once, atOnce",
        "a.b c, aBC",
        "class, class_",
        "record, record_",
        "hashCode, hashCode_",
        "hash_code, hashCode_",
        "of, of_",
        "builder, builder_",
        "2fast, _2fast",
        "true, true_",
        "größe, größe",
        "_, underscore",
        "+, plus",
        "<=, lessThanOrEqual",
        "日本, 日本",
        "'', empty"
    })
    void namesComponents(String wireName, String component) {
        assertThat(JavaNames.componentName(wireName)).isEqualTo(component);
    }

    @ParameterizedTest
    @CsvSource({
        "not-found, NOT_FOUND",
        "notFound, NOT_FOUND",
        "too_late, TOO_LATE",
        "HTTP, HTTP",
        "2fast, VALUE_2FAST",
        "class, CLASS",
        "+, PLUS",
        "<=, LESS_THAN_OR_EQUAL",
        "a b, A_B",
        "é, É",
        "-1, VALUE_1",
        "minus 1, MINUS_1",
        "'', EMPTY"
    })
    void namesConstants(String wireValue, String constant) {
        assertThat(JavaNames.constantName(wireValue)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({"spawn_entity, SpawnEntity", "3d_view, Type3dView", "zoo, Zoo"})
    void namesClasses(String words, String className) {
        assertThat(JavaNames.className(words)).isEqualTo(className);
    }

    @Test
    void noClassIsNamedAsTheBuilderInsideOfIt() {
        assertThat(JavaNames.className(Samples.name("builder"))).isEqualTo("Builder_");
        assertThat(JavaNames.className(Samples.name("ship_builder"))).isEqualTo("ShipBuilder");
    }

    @Property
    void everyNameIsOneThatJavaTakes(@ForAll String wireName) {
        String component = JavaNames.componentName(wireName);
        String constant = JavaNames.constantName(wireName);
        assertThat(component).matches(JavaNames::isName);
        assertThat(constant).matches(JavaNames::isName);
    }
}
