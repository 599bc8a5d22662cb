package dev.gdwire.gen.ir;

/** The formats of strings that are checked. Their grammars are in {@code docs/schema.md}. */
public enum TextFormat {
    DATE_TIME("date-time"),
    DATE("date"),
    TIME("time"),
    DURATION("duration"),
    UUID("uuid"),
    URI("uri"),
    EMAIL("email"),
    IPV4("ipv4"),
    IPV6("ipv6"),
    HOSTNAME("hostname"),
    /** A 64-bit integer in decimal digits, where the text stays text. */
    INT64("int64"),
    /** {@code contentEncoding: base64}, where the text stays text. */
    BASE64("base64");

    private final String word;

    TextFormat(String word) {
        this.word = word;
    }

    /** The value of {@code format}, or of {@code contentEncoding}. */
    public String word() {
        return word;
    }
}
