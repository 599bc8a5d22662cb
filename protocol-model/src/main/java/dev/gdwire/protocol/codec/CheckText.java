package dev.gdwire.protocol.codec;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Java's own types must be so that the text which stands for them is of its format: years have
 * four digits, for example. As in {@link Check}, those without a place look at an item, and all
 * throw {@link dev.gdwire.protocol.InvalidValueException}.
 */
public final class CheckText {
    private CheckText() {}

    /** The date and time. */
    public static Instant dateTime(String place, @Nullable Instant value) {
        Instant given = Check.present(place, value);
        Check.format(place, given.toString(), TextFormat.DATE_TIME);
        return given;
    }

    /** The date and time. */
    public static Instant dateTime(@Nullable Instant value) {
        return dateTime("", value);
    }

    /** The date. */
    public static LocalDate date(String place, @Nullable LocalDate value) {
        LocalDate given = Check.present(place, value);
        Check.format(place, given.toString(), TextFormat.DATE);
        return given;
    }

    /** The date. */
    public static LocalDate date(@Nullable LocalDate value) {
        return date("", value);
    }

    /** The time. */
    public static OffsetTime time(String place, @Nullable OffsetTime value) {
        OffsetTime given = Check.present(place, value);
        Check.format(place, WriteText.text(given), TextFormat.TIME);
        return given;
    }

    /** The time. */
    public static OffsetTime time(@Nullable OffsetTime value) {
        return time("", value);
    }

    /** The UUID, which always has its format. */
    public static UUID uuid(String place, @Nullable UUID value) {
        return Check.present(place, value);
    }

    /** The UUID, which always has its format. */
    public static UUID uuid(@Nullable UUID value) {
        return uuid("", value);
    }

    /** The URI. */
    public static URI uri(String place, @Nullable URI value) {
        URI given = Check.present(place, value);
        Check.format(place, given.toString(), TextFormat.URI);
        return given;
    }

    /** The URI. */
    public static URI uri(@Nullable URI value) {
        return uri("", value);
    }
}
