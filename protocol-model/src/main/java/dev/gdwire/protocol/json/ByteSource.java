package dev.gdwire.protocol.json;

import dev.gdwire.protocol.JsonValue;

/** Bytes of JSON, and how far they have been read. */
abstract sealed class ByteSource permits NumberSource {
    private static final int TRUE_SIZE = 4;
    private static final int FALSE_SIZE = 5;

    private static final long TRUE = Words8.of("true");
    private static final long FALSE = Words8.of("false");

    private static final byte[] NOTHING = {};

    byte[] bytes = NOTHING;
    int position;
    int end;

    /** Where it is. */
    public final int position() {
        return position;
    }

    /** What the next value is, by its first sign. */
    public final JsonValue.Kind kind() {
        return switch (next()) {
            case '"' -> JsonValue.Kind.STRING;
            case '{' -> JsonValue.Kind.OBJECT;
            case '[' -> JsonValue.Kind.ARRAY;
            case 't', 'f' -> JsonValue.Kind.BOOLEAN;
            case 'n' -> JsonValue.Kind.NULL;
            default -> JsonValue.Kind.NUMBER;
        };
    }

    /** Whether {@code null} is next, which then is read. */
    public final boolean nothing() {
        if (next() != 'n') {
            return false;
        }
        literal("null");
        return true;
    }

    /** {@code true} or {@code false}. */
    public final boolean bool() {
        boolean value = next() == 't';
        int size = value ? TRUE_SIZE : FALSE_SIZE;
        int stop = position + size;
        if (stop < Long.BYTES || stop > end) {
            literal(value ? "true" : "false");
            return value;
        }
        // With what stands before it: behind it there may be too little.
        long word = Words8.at(bytes, stop - Long.BYTES) >>> Long.SIZE - Byte.SIZE * size;
        require(word == (value ? TRUE : FALSE));
        position = stop;
        return value;
    }

    private void literal(String word) {
        int stop = position + word.length();
        require(stop <= end);
        for (int i = 0; i < word.length(); i++) {
            require(bytes[position + i] == word.charAt(i));
        }
        position = stop;
    }

    /** The next sign that is no white space. */
    final byte next() {
        if (position < end && bytes[position] > ' ') {
            return bytes[position];
        }
        skipSpace();
        require(position < end);
        return bytes[position];
    }

    final void skipSpace() {
        while (position < end && isSpace(bytes[position])) {
            position++;
        }
    }

    static boolean isSpace(byte sign) {
        return sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n';
    }

    static void require(boolean fits) {
        if (!fits) {
            throw Miss.INSTANCE;
        }
    }
}
