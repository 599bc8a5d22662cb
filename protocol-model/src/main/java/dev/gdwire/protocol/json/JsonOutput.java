package dev.gdwire.protocol.json;

import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.Packed;
import dev.gdwire.protocol.internal.Base64Encoder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in UTF-8 (RFC 8259) without any white space into a buffer that grows and is used
 * again. Text is escaped so that no newline ever appears. It is for one thread.
 *
 * <pre>{@code
 * int start = out.start();
 * out.name("hp");
 * out.integer(100);
 * out.endObject(start);
 * }</pre>
 */
public final class JsonOutput extends JsonWriter {
    private static final int FIRST_SIZE = 256;

    /** For so many items of a list room is made at once. */
    private static final int RESERVED_ITEMS = 32;

    /** For so many characters of a text that is not plain room is made at once. */
    private static final int RESERVED_CHARACTERS = 128;

    private static final long TRUE = Words8.of("true");
    private static final long FALSE = Words8.of("false");
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    /**
     * Packed values of fewer bytes stay in the line: there, a Godot game reads them as fast or
     * faster.
     */
    private static final int LEAST_BLOB = 384;

    private static final byte[] BLOB = ascii("{\"" + Blobs.MEMBER + "\":");

    private final BlobsOut blobs = new BlobsOut();
    private byte[] buffer = new byte[FIRST_SIZE];
    private int size;

    /** An empty one. */
    public JsonOutput() {}

    /** A value as bytes. */
    public static <T extends @Nullable Object> byte[] bytes(T value, Writer<T> writer) {
        JsonOutput out = new JsonOutput();
        writer.write(value, out);
        return out.toByteArray();
    }

    /** How many bytes have been written. */
    public int size() {
        return size;
    }

    /** How many bytes it has room for before it grows. */
    public int capacity() {
        return buffer.length;
    }

    /** A copy of the bytes that have been written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    /** Forgets all that has been written, and keeps the room for it. */
    public void clear() {
        size = 0;
        blobs.stop();
    }

    /**
     * Forgets what has been written since.
     *
     * @param size how many bytes had been written then
     */
    public void cut(int size) {
        Objects.checkIndex(size, this.size + 1);
        this.size = size;
    }

    /** The bytes that have been written, until more are: they are not copied. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(buffer, 0, size);
    }

    /** Adds a member to the object that has just ended. */
    public void addMember(FieldName name, long value) {
        size--;
        name(name);
        integer(value);
        reserve(1);
        buffer[size++] = '}';
    }

    /** Starts a line, in which all values stand. */
    public void startLine() {
        blobs.stop();
    }

    /** Starts a line, from which {@link #endLine} takes out packed values of many bytes. */
    public void startLineOfBlobs() {
        blobs.start(LEAST_BLOB);
    }

    /**
     * Ends a line with a newline. Blobs that were taken out of it are put before it.
     *
     * @param start how many bytes had been written before it
     * @return false if nothing of the line has been written: something in it looks like what stands
     *     for a blob, so that it must be written without blobs
     */
    public boolean endLine(int start) {
        reserve(1);
        buffer[size++] = '\n';
        if (blobs.count() == 0) {
            return true;
        }
        boolean isClear = Blobs.countNames(buffer, start, size) == blobs.count();
        if (isClear) {
            int room = blobs.size();
            reserve(room);
            System.arraycopy(buffer, start, buffer, start + room, size - start);
            blobs.write(buffer, start);
            size += room;
        } else {
            size = start;
        }
        blobs.stop();
        return isClear;
    }

    /** Adds a value that is JSON in UTF-8 already. */
    public void raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, buffer, size, json.length);
        size += json.length;
    }

    @Override
    public int start() {
        super.start();
        return size;
    }

    @Override
    public void endObject(int start) {
        super.endObject(start);
        end(start, '{', '}');
    }

    @Override
    public void endArray(int start) {
        super.endArray(start);
        end(start, '[', ']');
    }

    @Override
    public void giveUp(int start) {
        super.giveUp(start);
        size = start;
        blobs.stop();
    }

    /** The comma of the first member or item becomes the opening bracket. */
    private void end(int start, char opening, char closing) {
        reserve(2);
        if (size == start) {
            size++;
        }
        buffer[start] = (byte) opening;
        buffer[size++] = (byte) closing;
    }

    @Override
    public void name(FieldName name) {
        prepared(PreparedName.bytes(name));
    }

    @Override
    public void text(PreparedText text) {
        prepared(text.bytes());
    }

    private void prepared(PreparedBytes bytes) {
        reserve(bytes.room());
        size = bytes.copyTo(buffer, size);
    }

    @Override
    public void name(String name) {
        item();
        text(name);
        reserve(1);
        buffer[size++] = ':';
    }

    @Override
    public void item() {
        reserve(1);
        buffer[size++] = ',';
    }

    @Override
    public void item(double value) {
        requireFinite(Double.isFinite(value), value);
        reserve(1 + NumberOutput.MOST_BYTES);
        buffer[size] = ',';
        size = NumberOutput.write(value, buffer, size + 1);
    }

    @Override
    public void item(float value) {
        requireFinite(Float.isFinite(value), value);
        reserve(1 + NumberOutput.MOST_BYTES);
        buffer[size] = ',';
        size = NumberOutput.write(value, buffer, size + 1);
    }

    @Override
    public void items(DoubleList values) {
        int count = values.size();
        for (int i = 0; i < count; ) {
            int stop = Math.min(count, i + RESERVED_ITEMS);
            reserve((stop - i) * (1 + NumberOutput.MOST_BYTES));
            byte[] bytes = buffer;
            int position = size;
            for (; i < stop; i++) {
                bytes[position] = ',';
                position = NumberOutput.write(values.get(i), bytes, position + 1);
            }
            size = position;
        }
    }

    @Override
    public void items(FloatList values) {
        int count = values.size();
        for (int i = 0; i < count; ) {
            int stop = Math.min(count, i + RESERVED_ITEMS);
            reserve((stop - i) * (1 + NumberOutput.MOST_BYTES));
            byte[] bytes = buffer;
            int position = size;
            for (; i < stop; i++) {
                bytes[position] = ',';
                position = NumberOutput.write(values.get(i), bytes, position + 1);
            }
            size = position;
        }
    }

    @Override
    public void bool(boolean value) {
        reserve(Long.BYTES);
        Words8.put(buffer, size, value ? TRUE : FALSE);
        size += value ? 4 : 5;
    }

    @Override
    public void nothing() {
        raw(NULL);
    }

    @Override
    public void integer(long value) {
        reserve(NumberOutput.MOST_BYTES);
        size = NumberOutput.write(value, buffer, size);
    }

    @Override
    public void int64(long value) {
        reserve(NumberOutput.MOST_BYTES + 2);
        buffer[size++] = '"';
        size = NumberOutput.write(value, buffer, size);
        buffer[size++] = '"';
    }

    @Override
    public void number(double value) {
        requireFinite(Double.isFinite(value), value);
        reserve(NumberOutput.MOST_BYTES);
        size = NumberOutput.write(value, buffer, size);
    }

    @Override
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

    @Override
    public void text(String text) {
        int length = text.length();
        reserve(length + 2);
        byte[] bytes = buffer;
        bytes[size++] = '"';
        int i = 0;
        while (i + Long.BYTES <= length) {
            long eight = Words8.ofCharacters(text, i);
            if (Words8.special(eight) != 0) {
                special(text, i);
                return;
            }
            Words8.put(bytes, size, eight);
            size += Long.BYTES;
            i += Long.BYTES;
        }
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (!RichText.isPlain(c)) {
                special(text, i);
                return;
            }
            bytes[size++] = (byte) c;
        }
        bytes[size++] = '"';
    }

    @Override
    public void packed(Packed value) {
        if (blobs.takes(value)) {
            raw(BLOB);
            integer(blobs.add(value));
            reserve(1);
            buffer[size++] = '}';
            return;
        }
        int length = Base64Encoder.length(value.byteCount());
        reserve(Math.addExact(length, Base64Encoder.SLACK + 2));
        buffer[size++] = '"';
        size = value.putBase64(buffer, size);
        buffer[size++] = '"';
    }

    /** Goes on where the first character stands that is not simply copied. */
    private void special(String text, int from) {
        int length = text.length();
        int i = from;
        while (i < length) {
            int stop = Math.min(length, i + RESERVED_CHARACTERS);
            if (stop < length && Character.isHighSurrogate(text.charAt(stop - 1))) {
                stop--;
            }
            reserve((stop - i) * RichText.MOST_BYTES_OF_A_CHARACTER);
            size = RichText.write(text, i, stop, buffer, size);
            i = stop;
        }
        reserve(1);
        buffer[size++] = '"';
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

    static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
