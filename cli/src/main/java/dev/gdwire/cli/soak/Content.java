package dev.gdwire.cli.soak;

import dev.gdwire.cli.soak.messages.Answer;
import dev.gdwire.cli.soak.messages.Ask;
import dev.gdwire.cli.soak.messages.Numbered;
import dev.gdwire.protocol.FloatList;
import org.jspecify.annotations.Nullable;

/**
 * What a message holds, as it follows from its number and the seed. The game's {@code content.gd}
 * computes the same. Safe for use by many threads.
 */
final class Content {
    /** Which messages they are: each has contents of its own. */
    enum Stream {
        FROM_JAVA,
        FROM_GAME,
        ASKED_BY_JAVA,
        ASKED_BY_GAME,
        ANSWERED_BY_JAVA,
        ANSWERED_BY_GAME
    }

    private static final long BITS = 0xFFFF_FFFFL;

    /** Makes a text of about 100 KB. */
    private static final int HUGE = 4_000;

    private final long seed;

    /**
     * The contents of a stream.
     *
     * @param seed from 0 to 2^32 - 1
     */
    Content(long seed, Stream stream) {
        this.seed = mix(seed, stream.ordinal() + 1);
    }

    Numbered numbered(long number) {
        return new Numbered(number, text(number), values(number));
    }

    Ask ask(long number) {
        return new Ask(number, text(number));
    }

    Answer answer(long number) {
        return new Answer(number, text(number));
    }

    /** Empty or short as a rule, and now and then very long. */
    private String text(long number) {
        long mixed = mix(seed, number);
        int pieces = pieces(mixed);
        if (pieces == 0) {
            return "";
        }
        String digits = Long.toHexString(mixed | 1L << 32).substring(1);
        return number + ":" + (digits + " é漢😀\"\\\t|").repeat(pieces);
    }

    private static int pieces(long mixed) {
        int kind = (int) (mixed % 2_000);
        int size = (int) (mixed >> 11);
        if (kind == 0) {
            return HUGE;
        }
        return kind < 20 ? size % 200 : size % 8;
    }

    /** Every fourth message has some. */
    private @Nullable FloatList values(long number) {
        long mixed = mix(seed, number);
        if ((mixed >> 5) % 4 != 0) {
            return null;
        }
        float[] values = new float[(int) ((mixed >> 20) % 64)];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((mixed & 0xFFFF) + i) / 4f;
        }
        return FloatList.of(values);
    }

    /** From 0 to 2^32 - 1, without a product over 63 bits: Godot has no unsigned numbers. */
    private static long mix(long seed, long number) {
        long x = number * 0x9E37_79B1L + seed & BITS;
        x = (x ^ x >> 16) * 0x045D_9F3BL & BITS;
        x = (x ^ x >> 16) * 0x045D_9F3BL & BITS;
        return x ^ x >> 16;
    }
}
