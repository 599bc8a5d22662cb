package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.json.JsonWriter;
import dev.gdwire.protocol.json.PreparedText;
import dev.gdwire.protocol.json.Writer;
import java.util.function.Function;

/**
 * Writes constants as the texts that stand for them, which are prepared. It is immutable.
 *
 * @param <E> type of the constants
 */
public final class EnumWriter<E extends Enum<E>> implements Writer<E> {
    private final PreparedText[] texts;

    private EnumWriter(PreparedText[] texts) {
        this.texts = texts;
    }

    /** A writer of all constants of a type. */
    public static <E extends Enum<E>> EnumWriter<E> of(E[] values, Function<E, String> wireValue) {
        PreparedText[] texts = new PreparedText[values.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = PreparedText.of(wireValue.apply(values[i]));
        }
        return new EnumWriter<>(texts);
    }

    @Override
    public void write(E value, JsonWriter out) {
        out.text(texts[value.ordinal()]);
    }
}
