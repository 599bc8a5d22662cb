package dev.gdwire.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.json.FieldName;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.protocol.json.Writer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** What is written is JSON in one line, and reads back as it was. */
class WriteTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 0x7f),
                        Arbitraries.of((int) '"', (int) '\\', 0x2028, 0xfffe, 0x10ffff),
                        Arbitraries.integers().between(0x80, Character.MAX_CODE_POINT))
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMaxSize(300)
                .map(characters -> String.join("", characters));
    }

    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles(),
                        Arbitraries.doubles().between(-0.2, 0.2),
                        Arbitraries.longs().map(Double::longBitsToDouble))
                .filter(Double::isFinite);
    }

    @Property
    void textsAndNames(@ForAll("texts") String name, @ForAll("texts") String text) {
        JsonNode read = written(name, text, Write::string);
        assertThat(read.propertyNames()).containsExactly(name);
        assertThat(read.get(name).stringValue()).isEqualTo(text);
    }

    @Property
    void numbersOf64Bits(@ForAll("numbers") double number) {
        assertThat(written("n", number, Write::number).get("n").doubleValue()).isEqualTo(number);
    }

    @Property
    void numbersOf32Bits(@ForAll int bits) {
        float number = Float.intBitsToFloat(bits);
        if (Float.isFinite(number)) {
            JsonNode read = written("n", number, Write::float32).get("n");
            assertThat((float) read.doubleValue()).isEqualTo(number);
        }
    }

    @Property
    void integers(@ForAll long number) {
        assertThat(written("n", number, Write::integer).get("n").longValue()).isEqualTo(number);
        assertThat(written("n", number, Write::int64).get("n").stringValue())
                .isEqualTo(Long.toString(number));
    }

    private static <T> JsonNode written(String name, T value, Writer<T> writer) {
        byte[] json =
                JsonOutput.bytes(
                        value,
                        Write.object(
                                (members, out) -> out.field(FieldName.of(name), members, writer)));
        for (byte character : json) {
            assertThat(character < 0 || character >= ' ').isTrue();
        }
        return JsonParser.parse(json);
    }
}
