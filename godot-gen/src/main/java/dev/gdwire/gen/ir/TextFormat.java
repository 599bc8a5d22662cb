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
    HOSTNAME("hostname");

    private final String word;

    TextFormat(String word) {
        this.word = word;
    }

    /** The value of {@code format}. */
    public String word() {
        return word;
    }
}
