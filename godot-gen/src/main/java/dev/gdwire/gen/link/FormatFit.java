package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.TextFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.UUID;

/** Decides whether a default can be read into the type of its format. */
final class FormatFit {
    private FormatFit() {}

    static boolean fits(String text, TextFormat format) {
        try {
            switch (format) {
                case DATE_TIME -> OffsetDateTime.parse(text);
                case DATE -> LocalDate.parse(text);
                case TIME -> OffsetTime.parse(text);
                case UUID -> UUID.fromString(text);
                case URI -> new URI(text);
                default -> {}
            }
            return true;
        } catch (DateTimeException | IllegalArgumentException | URISyntaxException e) {
            return false;
        }
    }
}
