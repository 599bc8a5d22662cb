package dev.gdwire.protocol.json;

import dev.gdwire.protocol.JsonValue;

/** Bytes of JSON, and how far they have been read. */
abstract sealed class ByteSource permits NumberSource {
    private static final int TRUE_SIZE = 4;
    private static final int FALSE_SIZE = 5;
    private static final long TRUE = Words8.of("true");
    private static final long FALSE = Words8.of("false");
    private static final long TRUE_MASK = Words8.mask(TRUE_SIZE);
    private static final long FALSE_MASK = Words8.mask(FALSE_SIZE);

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
        if (position + Long.BYTES <= end) {
            long word = Words8.at(bytes, position);
            require(value ? (word & TRUE_MASK) == TRUE : (word & FALSE_MASK) == FALSE);
            position += value ? TRUE_SIZE : FALSE_SIZE;
        } else {
            literal(value ? "true" : "false");
        }
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
