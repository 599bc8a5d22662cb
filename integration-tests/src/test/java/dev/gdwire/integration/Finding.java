package dev.gdwire.integration;

/**
 * Something that is wrong with a random trial.
 *
 * @param kind what sort of fault it is; a smaller trial has to show the same
 * @param value index of the value, or -1 when the schema alone is enough
 * @param text what each side says
 */
record Finding(Kind kind, int value, String text) {
    /** Sorts of faults. */
    enum Kind {
        /** The generated code does not compile or load, or the generator threw. */
        BROKEN,
        /** One language is refused, the other not. */
        HALF_REFUSED,
        /** The verdict is not the validator's. */
        VERDICT,
        /** The languages say different words, or write different messages. */
        WORDS,
        /** Decode, encode, decode does not give an equal message. */
        ROUND_TRIP
    }

    /** Whether another is of the same kind and, but for names and numbers, says the same. */
    boolean isLike(Finding other) {
        return kind == other.kind && essence(text).equals(essence(other.text));
    }

    private static String essence(String text) {
        String first = text.split(";| at ", 2)[0];
        return first.replaceAll("trials?/\\S*", "").replaceAll("[^a-z ]|\\b\\w\\b", "").trim();
    }
}
