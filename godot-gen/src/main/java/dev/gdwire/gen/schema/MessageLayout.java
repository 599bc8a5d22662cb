package dev.gdwire.gen.schema;

import java.util.Locale;

/** Where the messages of a schema set stand: {@code messages} in {@code protocol.json}. */
public enum MessageLayout {
    /** Each file directly in the folder is one. */
    FILES,
    /** Each object in {@code $defs} or {@code definitions} of the one file is one. */
    DEFS;

    /** The value in {@code protocol.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
