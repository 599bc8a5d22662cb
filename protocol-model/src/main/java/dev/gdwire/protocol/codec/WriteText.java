package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.json.JsonWriter;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Writers of texts of a format. */
public final class WriteText {
    private WriteText() {}

    /** A date and a time, at UTC. */
    public static void dateTime(Instant value, JsonWriter out) {
        out.text(value.toString());
    }

    /** A date. */
    public static void date(LocalDate value, JsonWriter out) {
        out.text(value.toString());
    }

    /** A time with its offset from UTC. */
    public static void time(OffsetTime value, JsonWriter out) {
        out.text(text(value));
    }

    /** A UUID. */
    public static void uuid(UUID value, JsonWriter out) {
        out.text(value.toString());
    }

    /** A URI with a scheme. */
    public static void uri(URI value, JsonWriter out) {
        out.text(value.toString());
    }

    /** Unlike {@link OffsetTime#toString} it always has seconds, as RFC 3339 asks. */
    static String text(OffsetTime value) {
        return DateTimeFormatter.ISO_OFFSET_TIME.format(value);
    }
}
