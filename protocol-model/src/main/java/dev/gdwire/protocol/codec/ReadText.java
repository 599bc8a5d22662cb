package dev.gdwire.protocol.codec;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Readers of texts of a format. */
public final class ReadText {
    private ReadText() {}

    /** Text of a format, which stays text. */
    public static Reader<String> format(TextFormat format) {
        return json -> text(json, format);
    }

    /** A date and a time, at UTC. */
    public static Instant dateTime(JsonNode json) {
        return Instant.parse(text(json, TextFormat.DATE_TIME));
    }

    /** A date. */
    public static LocalDate date(JsonNode json) {
        return LocalDate.parse(text(json, TextFormat.DATE));
    }

    /** A time with its offset from UTC. */
    public static OffsetTime time(JsonNode json) {
        return OffsetTime.parse(text(json, TextFormat.TIME));
    }

    /** A UUID. */
    public static UUID uuid(JsonNode json) {
        return UUID.fromString(text(json, TextFormat.UUID));
    }

    /** A URI with a scheme. */
    public static URI uri(JsonNode json) {
        return URI.create(text(json, TextFormat.URI));
    }

    private static String text(JsonNode json, TextFormat format) {
        return Check.format("", Read.string(json), format);
    }
}
