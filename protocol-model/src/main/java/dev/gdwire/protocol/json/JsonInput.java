package dev.gdwire.protocol.json;

import dev.gdwire.protocol.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads JSON from bytes without a tree, for those who know what they expect. It takes nothing that
 * is not JSON (RFC 8259), and gives up with {@link #miss} what is unusual, wrong or hard to tell:
 * then somebody else reads the value from its start, and says what is wrong with it. It is for one
 * thread.
 */
public final class JsonInput {
    private static final Miss MISS = new Miss();
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    /** More digits may be no integer though their nearest number is. */
    private static final int MOST_EXACT_DIGITS = 15;

    private static final int MOST_DIGITS = 18;

    /** A number with a larger exponent is looked at by others. */
    private static final int MOST_EXPONENT = 9_999;

    /** Members that nobody knows, in objects that are open, whose names are compared. */
    private static final int MOST_UNKNOWN = 32;

    private byte[] bytes = {};
    private FieldNames ofTheWire = FieldNames.of();
    private int position;
    private int end;
    private int levels;
    private boolean first;

    /** Where names that nobody knows start and end, of all objects that are open. */
    private int[] unknown = {};

    private int unknownSize;

    /** What is thrown when a value is given up; it has no trace, and costs next to nothing. */
    public static final class Miss extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Miss() {
            super("read it from its start in another way", null, false, false);
        }
    }

    /** One with nothing to read. */
    public JsonInput() {}

    /**
     * Starts to read a value, which is all that stands between the two places.
     *
     * @param wire names of members of the outermost object that are no part of it
     */
    public void start(byte[] source, int from, int to, FieldNames wire) {
        ofTheWire = wire;
        bytes = source;
        position = from;
        end = to;
        levels = 0;
        first = false;
        unknownSize = 0;
    }

    /** Where it is. */
    public int position() {
        return position;
    }

    /** Goes back, or forward, to where it has been at the same level. */
    public void goTo(int place, boolean isFirst) {
        position = place;
        first = isFirst;
    }

    /** What is thrown to give a value up. */
    public static Miss miss() {
        return MISS;
    }

    /** The end of all. */
    public void finish() {
        skipSpace();
        require(position == end);
    }

    /** The start of an object. */
    public void object() {
        open('{');
    }

    /** The start of an array. */
    public void array() {
        open('[');
    }

    private void open(char bracket) {
        require(next() == bracket);
        require(++levels <= JsonWriter.MOST_LEVELS);
        position++;
        first = true;
    }

    /** Whether one more member is there; if not, the object has ended. */
    public boolean member() {
        return more('}');
    }

    /** Whether one more item is there; if not, the array has ended. */
    public boolean item() {
        return more(']');
    }

    private boolean more(char bracket) {
        byte sign = next();
        if (sign == bracket) {
            position++;
            levels--;
            first = false;
            return false;
        }
        if (!first) {
            require(sign == ',');
            position++;
        }
        first = false;
        return true;
    }

    /**
     * The name of a member, and the colon behind it.
     *
     * @param guess the index of the name that is expected
     * @return the index of the name, {@link FieldNames#OF_THE_WIRE} or {@link FieldNames#NONE}
     */
    public int name(FieldNames names, int guess) {
        require(next() == '"');
        int start = position + 1;
        if (guess >= 0 && guess < names.size()) {
            byte[] word = names.word(guess);
            int stop = start + word.length;
            if (stop + 1 < end
                    && bytes[stop] == '"'
                    && bytes[stop + 1] == ':'
                    && Arrays.equals(word, 0, word.length, bytes, start, stop)) {
                position = stop + 2;
                return guess;
            }
        }
        int stop = nameEnd(start);
        int index = names.find(bytes, start, stop);
        if (index == FieldNames.NONE) {
            require(plainEnd(start) == stop);
            remember(start, stop);
            if (levels == 1 && ofTheWire.find(bytes, start, stop) >= 0) {
                index = FieldNames.OF_THE_WIRE;
            }
        }
        position = stop + 1;
        colon();
        return index;
    }

    /** Where the quote is behind a name without escapes. */
    private int nameEnd(int start) {
        int at = plainEnd(start);
        while (bytes[at] < 0) {
            at = plainEnd(at + 1);
        }
        require(bytes[at] == '"');
        return at;
    }

    private void colon() {
        require(next() == ':');
        position++;
    }

    /** Names that nobody knows stand once in an object too: to see that, few are remembered. */
    private void remember(int start, int stop) {
        if (unknown.length == 0) {
            unknown = new int[2 * MOST_UNKNOWN];
        }
        require(unknownSize + 2 <= unknown.length);
        unknown[unknownSize] = start;
        unknown[unknownSize + 1] = stop;
        unknownSize += 2;
    }

    /** How many names are remembered; to be told to {@link #forget} when the object has ended. */
    public int remembered() {
        return unknownSize;
    }

    /** Looks that the names remembered since differ, and forgets them. */
    public void forget(int before) {
        for (int i = before; i < unknownSize; i += 2) {
            for (int j = before; j < i; j += 2) {
                require(
                        !Arrays.equals(
                                bytes,
                                unknown[i],
                                unknown[i + 1],
                                bytes,
                                unknown[j],
                                unknown[j + 1]));
            }
        }
        unknownSize = before;
    }

    /**
     * The members that have been read, with one more, which has not.
     *
     * @param seen a bit for each by its index
     * @param member its index; one below 0 changes nothing
     */
    public static long once(long seen, int member) {
        if (member < 0) {
            return seen;
        }
        long bit = 1L << member;
        require((seen & bit) == 0);
        return seen | bit;
    }

    /** Gives the value up unless all these members have been read. */
    public static void all(long seen, long members) {
        require((seen & members) == members);
    }

    /** Whether {@code null} is next, which then is read. */
    public boolean nothing() {
        if (next() != 'n') {
            return false;
        }
        literal("null");
        return true;
    }

    /** {@code true} or {@code false}. */
    public boolean bool() {
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

    /** An integer within +-(2^53-1). */
    public long integer() {
        int start = startOfNumber();
        int at = start;
        long value = 0;
        while (at < end && isDigit(bytes[at]) && at - start < MOST_EXACT_DIGITS) {
            value = value * 10 + (bytes[at++] - '0');
        }
        boolean negative = start > position;
        if (at < end && isEnd(bytes[at])) {
            requireDigits(start, at);
            position = at;
            return negative ? -value : value;
        }
        return longInteger();
    }

    /** A 32-bit integer. */
    public int int32() {
        long value = integer();
        require(value == (int) value);
        return (int) value;
    }

    /** With a fraction, an exponent, or many digits. */
    private long longInteger() {
        int start = position;
        double value = number();
        require(value == Math.rint(value) && Math.abs(value) <= LARGEST_INTEGER);
        for (int at = start; at < position; at++) {
            boolean isPlain = isDigit(bytes[at]) || bytes[at] == '-';
            require(isPlain || position - start <= MOST_EXACT_DIGITS);
        }
        require(position - start <= MOST_DIGITS);
        return (long) value;
    }

    /** A 64-bit number; -0 is 0. */
    public double number() {
        int start = startOfNumber();
        boolean negative = start > position;
        long digits = 0;
        int count = 0;
        int at = start;
        while (at < end && isDigit(bytes[at])) {
            digits = digits * 10 + (bytes[at++] - '0');
            count += digits == 0 ? 0 : 1;
        }
        requireDigits(start, at);
        int exponent = 0;
        if (at < end && bytes[at] == '.') {
            int point = ++at;
            while (at < end && isDigit(bytes[at])) {
                digits = digits * 10 + (bytes[at++] - '0');
                count += digits == 0 ? 0 : 1;
            }
            require(at > point);
            exponent = point - at;
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            boolean minus = at + 1 < end && bytes[at + 1] == '-';
            boolean sign = minus || at + 1 < end && bytes[at + 1] == '+';
            int power = sign ? at + 2 : at + 1;
            at = power;
            int size = 0;
            while (at < end && isDigit(bytes[at])) {
                size = size * 10 + (bytes[at++] - '0');
                require(size <= MOST_EXPONENT);
            }
            require(at > power);
            exponent += minus ? -size : size;
        }
        require(at < end && isEnd(bytes[at]));
        double value = count <= MOST_DIGITS ? NumberInput.number(digits, exponent) : Double.NaN;
        if (Double.isNaN(value)) {
            value = Math.abs(Double.parseDouble(ascii(position, at)));
        }
        require(value <= Double.MAX_VALUE);
        position = at;
        return negative && value != 0 ? -value : value;
    }

    /** A 32-bit number; -0 is 0. */
    public float float32() {
        float value = (float) number();
        require(Math.abs(value) <= Float.MAX_VALUE);
        return value + 0.0f;
    }

    private int startOfNumber() {
        return next() == '-' ? position + 1 : position;
    }

    /** At least one digit, and no zero before others. */
    private void requireDigits(int from, int to) {
        require(to > from && (bytes[from] != '0' || to == from + 1));
    }

    /** A 64-bit integer as text. */
    public long int64() {
        require(next() == '"');
        int start = position + 1;
        int stop = plainEnd(start);
        require(bytes[stop] == '"');
        int digits = start < stop && bytes[start] == '-' ? start + 1 : start;
        requireDigits(digits, stop);
        require(stop - digits <= MOST_DIGITS && (bytes[digits] != '0' || digits == start));
        long value = 0;
        for (int at = digits; at < stop; at++) {
            require(isDigit(bytes[at]));
            value = value * 10 + (bytes[at] - '0');
        }
        position = stop + 1;
        return digits > start ? -value : value;
    }

    /** Text. */
    public String text() {
        require(next() == '"');
        int start = position + 1;
        int stop = plainEnd(start);
        if (bytes[stop] == '"') {
            position = stop + 1;
            return ascii(start, stop);
        }
        return TextInput.text(this, bytes, start, stop);
    }

    /**
     * Text that is one of some words.
     *
     * @return its index
     */
    public int word(FieldNames words) {
        require(next() == '"');
        int start = position + 1;
        int stop = plainEnd(start);
        require(bytes[stop] == '"');
        int index = words.find(bytes, start, stop);
        require(index != FieldNames.NONE);
        position = stop + 1;
        return index;
    }

    /** The name of a member, whatever it is, and the colon behind it. */
    public String name() {
        String name = text();
        colon();
        return name;
    }

    /** What the next value is, by its first sign. */
    public JsonValue.Kind kind() {
        return switch (next()) {
            case '"' -> JsonValue.Kind.STRING;
            case '{' -> JsonValue.Kind.OBJECT;
            case '[' -> JsonValue.Kind.ARRAY;
            case 't', 'f' -> JsonValue.Kind.BOOLEAN;
            case 'n' -> JsonValue.Kind.NULL;
            default -> JsonValue.Kind.NUMBER;
        };
    }

    /**
     * What word a member of the object has that is next, which is read later.
     *
     * @param name the member's name alone
     * @return the index of its word
     */
    public int find(FieldNames name, FieldNames words) {
        int place = position;
        int level = levels;
        int known = unknownSize;
        object();
        while (member()) {
            if (name(name, 0) == 0) {
                int index = word(words);
                position = place;
                levels = level;
                unknownSize = known;
                first = false;
                return index;
            }
            skip();
        }
        throw MISS;
    }

    /** Any value, which is looked at only to see that it is JSON. */
    public void skip() {
        switch (kind()) {
            case STRING -> text();
            case OBJECT -> skipObject();
            case ARRAY -> skipArray();
            case BOOLEAN -> bool();
            case NULL -> nothing();
            case NUMBER -> number();
        }
    }

    private void skipObject() {
        int before = unknownSize;
        object();
        while (member()) {
            require(next() == '"');
            int start = position + 1;
            int stop = plainEnd(start);
            require(bytes[stop] == '"');
            remember(start, stop);
            position = stop + 1;
            colon();
            skip();
        }
        forget(before);
    }

    private void skipArray() {
        array();
        while (item()) {
            skip();
        }
    }

    /** Where the first quote, backslash, control character or byte beyond ASCII is. */
    private int plainEnd(int start) {
        int at = start;
        while (at + Long.BYTES <= end && !Words8.hasSpecial(Words8.at(bytes, at))) {
            at += Long.BYTES;
        }
        while (at < end) {
            byte sign = bytes[at];
            if (sign < ' ' || sign == '"' || sign == '\\') {
                return at;
            }
            at++;
        }
        throw MISS;
    }

    /** The place behind a value that somebody else has read. */
    void moveTo(int place) {
        position = place;
    }

    int end() {
        return end;
    }

    private String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The next sign that is no white space. */
    private byte next() {
        if (position < end && bytes[position] > ' ') {
            return bytes[position];
        }
        skipSpace();
        require(position < end);
        return bytes[position];
    }

    private void skipSpace() {
        while (position < end && isSpace(bytes[position])) {
            position++;
        }
    }

    private static boolean isSpace(byte sign) {
        return sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n';
    }

    private static boolean isEnd(byte sign) {
        return sign == ',' || sign == '}' || sign == ']' || isSpace(sign);
    }

    private static boolean isDigit(byte sign) {
        return sign >= '0' && sign <= '9';
    }

    static void require(boolean fits) {
        if (!fits) {
            throw MISS;
        }
    }
}
