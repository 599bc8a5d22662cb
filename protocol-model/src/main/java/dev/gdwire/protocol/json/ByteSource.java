package dev.gdwire.protocol.json;

/** Bytes of JSON, and how far they have been read. */
abstract sealed class ByteSource permits NumberSource {
    byte[] bytes = {};
    int position;
    int end;

    /** Where it is. */
    public final int position() {
        return position;
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
        literal(value ? "true" : "false");
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
