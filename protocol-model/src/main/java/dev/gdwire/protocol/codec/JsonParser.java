package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.DecodeException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses JSON as RFC 8259 has it, and nothing else: one value, UTF-8 without a byte order mark, no
 * name twice in an object, no half of a surrogate pair, no more than {@value #DEEPEST} levels.
 * Thread-safe.
 */
public final class JsonParser {
    /** Levels of objects and arrays; Godot's parser has the same limit. */
    private static final int DEEPEST = 1024;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(constraints())
                                    // Names would be remembered for all lines to come: peers could
                                    // fill the memory with ever new ones.
                                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                                    // Numbers of a million digits must not take minutes.
                                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                                    .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                                    .build())
                    .nodeFactory(new FiniteNodes())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private static final Pattern SETTINGS =
            Pattern.compile("( for `ObjectNode`| \\(bound as [^)]*\\))?: not allowed .*");

    private JsonParser() {}

    /** Lengths are for those who frame lines to limit. */
    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build();
    }

    /**
     * Parses a value.
     *
     * @throws DecodeException if the bytes are no JSON; says at which byte
     */
    public static JsonNode parse(byte[] bytes, int offset, int length) {
        checkText(bytes, offset, length);
        @Nullable JsonNode tree;
        try {
            tree = tree(bytes, offset, length);
        } catch (JacksonException fault) {
            throw malformed(place(fault, bytes, offset, length), words(fault));
        }
        if (tree == null) {
            throw malformed(length, "nothing");
        }
        int escape = Surrogates.indexOf(bytes, offset, offset + length);
        if (escape >= 0) {
            boolean isHalf = Surrogates.isHexadecimal(bytes, escape);
            throw malformed(
                    escape - offset,
                    isHalf ? "half of a surrogate pair" : "no four hexadecimal digits");
        }
        return tree;
    }

    /** Which byte a fault is at: the parser counts characters. */
    private static int place(JacksonException fault, byte[] bytes, int offset, int length) {
        long left = fault.getLocation() == null ? 0 : fault.getLocation().getCharOffset();
        int at = 0;
        while (at < length && left > 0) {
            int sign = bytes[offset + at] & 0xff;
            int size = sign < 0x80 ? 1 : sign < 0xe0 ? 2 : sign < 0xf0 ? 3 : 4;
            left -= size < 4 ? 1 : 2;
            at += size;
        }
        return at;
    }

    private static @Nullable JsonNode tree(byte[] bytes, int offset, int length) {
        // Of a part that does not begin an array the parser reads on behind its end, where a text
        // in it is long.
        byte[] whole = offset == 0 ? bytes : Arrays.copyOfRange(bytes, offset, offset + length);
        try (var parser = new FiniteIntegers(MAPPER.createParser(whole, 0, length))) {
            @Nullable JsonNode tree = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "Trailing token behind the value");
            }
            return tree;
        }
    }

    static JsonNode parse(byte[] json) {
        return parse(json, 0, json.length);
    }

    /**
     * The parser would guess UTF-16 where there are byte order marks or NULs, which JSON has not.
     */
    private static void checkText(byte[] bytes, int offset, int length) {
        int end = offset + length;
        boolean ascii = true;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == 0) {
                throw malformed(i - offset, "a NUL character");
            }
            ascii &= bytes[i] > 0;
        }
        if (!ascii) {
            checkUtf8(ByteBuffer.wrap(bytes, offset, length));
        }
    }

    private static void checkUtf8(ByteBuffer in) {
        int start = in.position();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw malformed(in.position() - start, "no UTF-8");
        }
        if (out.get(0) == '\uFEFF') {
            throw malformed(0, "a byte order mark");
        }
    }

    /** The first line, without the names of the parser's settings. */
    private static String words(JacksonException fault) {
        if (fault instanceof StreamConstraintsException) {
            // Of the constraints that may be broken there is one.
            return "more than " + DEEPEST + " levels of objects and arrays";
        }
        String message = String.valueOf(fault.getOriginalMessage());
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        // Whoever sends many bad lines should not keep a program busy.
        String plain =
                line.contains(": not allowed") ? SETTINGS.matcher(line).replaceFirst("") : line;
        byte[] words = plain.getBytes(StandardCharsets.UTF_8);
        // Without halves of surrogate pairs: the parser quotes one where a character is wrong.
        return new String(words, StandardCharsets.UTF_8);
    }

    private static DecodeException malformed(long at, String reason) {
        return new DecodeException(
                "$", "JSON object", "malformed JSON at byte " + at + ": " + reason);
    }
}
