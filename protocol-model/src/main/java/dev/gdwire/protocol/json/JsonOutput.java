package dev.gdwire.protocol.json;

import java.util.Arrays;

/**
 * Bytes of JSON in UTF-8 (RFC 8259) without any white space, in a buffer that grows and is used
 * again. Text is escaped so that no newline ever appears. Whoever writes sees to it that what is
 * written is JSON: each member of an object starts with its {@link #name}, each item of an array
 * with {@link #item}, which write the comma before it; that of the first becomes the opening
 * bracket. It is for one thread.
 *
 * <pre>{@code
 * int start = out.start();
 * out.name("hp");
 * out.integer(100);
 * out.endObject(start);
 * }</pre>
 */
public final class JsonOutput {
    private static final int FIRST_SIZE = 256;

    /** A character that is escaped, or takes three bytes. */
    private static final int MOST_BYTES_OF_A_CHARACTER = 6;

    /** How ASCII characters are escaped; null for those that stand for themselves. */
    private static final byte[][] ESCAPES = new byte[0x80][];

    private static final boolean[] IS_PLAIN = new boolean[0x80];
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    static {
        String hex = "0123456789abcdef";
        for (int c = 0; c < ' '; c++) {
            ESCAPES[c] = ascii("\\u00" + hex.charAt(c >> 4) + hex.charAt(c & 15));
        }
        ESCAPES['"'] = ascii("\\\"");
        ESCAPES['\\'] = ascii("\\\\");
        ESCAPES['\n'] = ascii("\\n");
        ESCAPES['\r'] = ascii("\\r");
        ESCAPES['\t'] = ascii("\\t");
        ESCAPES['\b'] = ascii("\\b");
        ESCAPES['\f'] = ascii("\\f");
        for (int c = 0; c < IS_PLAIN.length; c++) {
            IS_PLAIN[c] = ESCAPES[c] == null;
        }
    }

    private byte[] buffer = new byte[FIRST_SIZE];
    private int size;

    /** An empty one. */
    public JsonOutput() {}

    /** How many bytes have been written. */
    public int size() {
        return size;
    }

    /** A copy of the bytes that have been written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    /** Forgets what has been written, and keeps the room for it. */
    public void clear() {
        size = 0;
    }

    /** Starts an object or an array; its end needs what is returned. */
    public int start() {
        return size;
    }

    /** Ends an object. */
    public void endObject(int start) {
        end(start, '{', '}');
    }

    /** Ends an array. */
    public void endArray(int start) {
        end(start, '[', ']');
    }

    private void end(int start, char opening, char closing) {
        reserve(2);
        if (size == start) {
            size++;
        }
        buffer[start] = (byte) opening;
        buffer[size++] = (byte) closing;
    }

    /** Starts a member of an object. */
    public void name(FieldName name) {
        byte[] bytes = name.bytes();
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** Starts a member of an object. */
    public void name(String name) {
        item();
        text(name);
        reserve(1);
        buffer[size++] = ':';
    }

    /** Starts an item of an array. */
    public void item() {
        reserve(1);
        buffer[size++] = ',';
    }

    /** Writes {@code true} or {@code false}. */
    public void bool(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    /** Writes {@code null}. */
    public void nothing() {
        raw(NULL);
    }

    /** Writes an integer. */
    public void integer(long value) {
        reserve(NumberOutput.MOST_BYTES);
        size = NumberOutput.write(value, buffer, size);
    }

    /**
     * Writes a number with the fewest digits from which it is read again.
     *
     * @param value finite
     */
    public void number(double value) {
        requireFinite(Double.isFinite(value), value);
        reserve(NumberOutput.MOST_BYTES);
        size = NumberOutput.write(value, buffer, size);
    }

    /**
     * Writes a 32-bit number with the fewest digits from which it is read again.
     *
     * @param value finite
     */
    public void float32(float value) {
        requireFinite(Float.isFinite(value), value);
        reserve(NumberOutput.MOST_BYTES);
        size = NumberOutput.write(value, buffer, size);
    }

    private static void requireFinite(boolean isFinite, double value) {
        if (!isFinite) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
    }

    /**
     * Writes text.
     *
     * @param text without halves of surrogate pairs
     */
    public void text(String text) {
        int length = text.length();
        reserve(length + 2);
        byte[] bytes = buffer;
        int position = size;
        bytes[position++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || !IS_PLAIN[c]) {
                size = position;
                special(text, i);
                return;
            }
            bytes[position++] = (byte) c;
        }
        bytes[position] = '"';
        size = position + 1;
    }

    /** Goes on where the first character stands that is not simply copied. */
    private void special(String text, int from) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            reserve(MOST_BYTES_OF_A_CHARACTER);
            char c = text.charAt(i);
            if (c >= 0x80) {
                boolean pair = Character.isHighSurrogate(c) && i + 1 < length;
                codePoint(pair ? Character.toCodePoint(c, text.charAt(++i)) : c);
            } else if (IS_PLAIN[c]) {
                buffer[size++] = (byte) c;
            } else {
                raw(ESCAPES[c]);
            }
        }
        reserve(1);
        buffer[size++] = '"';
    }

    private void codePoint(int c) {
        if (c < 0x800) {
            buffer[size++] = (byte) (0xc0 | c >> 6);
        } else if (c < 0x10000) {
            buffer[size++] = (byte) (0xe0 | c >> 12);
            buffer[size++] = (byte) (0x80 | c >> 6 & 0x3f);
        } else {
            buffer[size++] = (byte) (0xf0 | c >> 18);
            buffer[size++] = (byte) (0x80 | c >> 12 & 0x3f);
            buffer[size++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        buffer[size++] = (byte) (0x80 | c & 0x3f);
    }

    private void raw(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void reserve(int count) {
        if (buffer.length - size < count) {
            int least = Math.addExact(size, count);
            buffer =
                    Arrays.copyOf(
                            buffer,
                            Math.max(
                                    least,
                                    (int) Math.min(2L * buffer.length, Integer.MAX_VALUE - 8)));
        }
    }

    private static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
