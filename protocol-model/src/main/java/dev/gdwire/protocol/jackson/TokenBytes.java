package dev.gdwire.protocol.jackson;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;
import dev.gdwire.protocol.json.JsonOutput;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Makes bytes, for the codec, of the value that a parser stands at. Text and numbers are those that
 * the parser tells, which may have been spelled otherwise, or stand in no JSON at all.
 */
final class TokenBytes {
    private static final byte[] OPEN_OBJECT = {'{'};
    private static final byte[] CLOSE_OBJECT = {'}'};
    private static final byte[] OPEN_ARRAY = {'['};
    private static final byte[] CLOSE_ARRAY = {']'};
    private static final byte[] COLON = {':'};

    /** What is read as a number that is too large. */
    private static final byte[] TOO_LARGE = "1e999".getBytes(StandardCharsets.US_ASCII);

    /** Levels of objects and arrays, as {@code decode} takes them. */
    private static final int DEEPEST = 1024;

    private final JsonParser in;
    private final String discriminator;
    private final JsonOutput out = new JsonOutput();
    private boolean hasDiscriminator;
    private @Nullable String tag;
    private int levels;

    private TokenBytes(JsonParser in, String discriminator) {
        this.in = in;
        this.discriminator = discriminator;
    }

    /**
     * Reads the value, and stays at its last token. In an object whose first tokens were read to
     * tell its type it starts at the first name.
     *
     * @param discriminator the name of the member that is asked for
     * @throws DecodeException if it is no JSON value
     */
    static TokenBytes read(JsonParser in, String discriminator) {
        TokenBytes bytes = new TokenBytes(in, discriminator);
        bytes.value();
        return bytes;
    }

    /** The text that the object has as its discriminator; null if it has none, or no text. */
    @Nullable String tag() {
        return tag;
    }

    /**
     * The bytes.
     *
     * @param missingTag what an object without a discriminator has as one; null for none
     */
    byte[] toByteArray(@Nullable String missingTag) {
        byte[] json = out.toByteArray();
        if (missingTag == null || hasDiscriminator || json[0] != '{') {
            return json;
        }
        JsonOutput tagged = new JsonOutput();
        tagged.raw(OPEN_OBJECT);
        member(discriminator, tagged);
        tagged.text(missingTag);
        if (json[1] != '}') {
            tagged.item();
        }
        tagged.raw(Arrays.copyOfRange(json, 1, json.length));
        return tagged.toByteArray();
    }

    private void value() {
        switch (in.currentToken()) {
            case START_OBJECT -> object(in.nextToken());
            case PROPERTY_NAME, END_OBJECT -> object(in.currentToken());
            case START_ARRAY -> array();
            case VALUE_STRING -> out.text(text(in.getString()));
            case VALUE_NUMBER_INT -> integer(in.getNumberValue());
            case VALUE_NUMBER_FLOAT -> number(in.getNumberValue().doubleValue());
            case VALUE_TRUE -> out.bool(true);
            case VALUE_FALSE -> out.bool(false);
            case VALUE_NULL -> out.nothing();
            case VALUE_EMBEDDED_OBJECT -> embedded(in.getEmbeddedObject());
            default -> throw malformed("no value");
        }
    }

    private void object(JsonToken first) {
        enter(OPEN_OBJECT);
        boolean isFirst = true;
        for (JsonToken token = first; token != JsonToken.END_OBJECT; token = in.nextToken()) {
            if (!isFirst) {
                out.item();
            }
            isFirst = false;
            String name = text(in.currentName());
            member(name, out);
            JsonToken kind = in.nextToken();
            if (levels == 1 && name.equals(discriminator)) {
                hasDiscriminator = true;
                tag = kind == JsonToken.VALUE_STRING ? in.getString() : null;
            }
            value();
        }
        leave(CLOSE_OBJECT);
    }

    private static void member(String name, JsonOutput out) {
        out.text(name);
        out.raw(COLON);
    }

    private void array() {
        enter(OPEN_ARRAY);
        boolean isFirst = true;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (!isFirst) {
                out.item();
            }
            isFirst = false;
            value();
        }
        leave(CLOSE_ARRAY);
    }

    private void enter(byte[] bracket) {
        if (++levels > DEEPEST) {
            throw malformed("more than " + DEEPEST + " levels");
        }
        out.raw(bracket);
    }

    private void leave(byte[] bracket) {
        levels--;
        out.raw(bracket);
    }

    /** Integers beyond 64 bits are what their nearest float is, which may be infinite. */
    private void integer(Number number) {
        if (number instanceof BigInteger) {
            number(number.doubleValue());
        } else {
            out.integer(number.longValue());
        }
    }

    private void number(double number) {
        if (Double.isFinite(number)) {
            out.number(number);
        } else {
            out.raw(TOO_LARGE);
        }
    }

    private static String text(String text) {
        try {
            return Check.text("", text);
        } catch (InvalidValueException fault) {
            throw malformed(fault.actual());
        }
    }

    /** What stands in trees and values that a mapper converts, in place of JSON. */
    private void embedded(@Nullable Object value) {
        if (value == null) {
            out.nothing();
        } else if (value instanceof byte[] bytes) {
            out.text(Base64.getEncoder().encodeToString(bytes));
        } else {
            throw new DecodeException("$", "JSON", value.getClass().getName());
        }
    }

    private static DecodeException malformed(String reason) {
        return new DecodeException("$", "JSON object", "malformed JSON: " + reason);
    }
}
