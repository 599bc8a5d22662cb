package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.TextFormat;
import java.util.Arrays;
import java.util.Optional;

/** Finds formats by their words. */
public final class TextFormats {
    private TextFormats() {}

    /** The format that is checked; empty for a word that is no {@code format} or not known. */
    public static Optional<TextFormat> of(String word) {
        return Arrays.stream(TextFormat.values())
                .filter(format -> format != TextFormat.BASE64 && format.word().equals(word))
                .findFirst();
    }
}
