package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.json.FieldNames;
import dev.gdwire.protocol.json.JsonInput;
import java.util.function.Function;

/**
 * Reads constants that texts stand for, without making the texts. It is immutable.
 *
 * @param <E> type of the constants
 */
public final class EnumReader<E extends Enum<E>> {
    private final E[] values;
    private final FieldNames words;

    private EnumReader(E[] values, FieldNames words) {
        this.values = values;
        this.words = words;
    }

    /** A reader of these constants, which differ in their texts. */
    public static <E extends Enum<E>> EnumReader<E> of(E[] values, Function<E, String> wireValue) {
        String[] words = new String[values.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = wireValue.apply(values[i]);
        }
        return new EnumReader<>(values.clone(), FieldNames.of(words));
    }

    /** Reads a constant, or gives it up. */
    public E read(JsonInput in) {
        return values[in.word(words)];
    }
}
