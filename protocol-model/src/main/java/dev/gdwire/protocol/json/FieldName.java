package dev.gdwire.protocol.json;

/**
 * The name of an object's member as bytes, ready to be copied: a comma, the name in quotes and a
 * colon. It is immutable.
 */
public final class FieldName {
    private final String name;
    private final PreparedBytes bytes;

    private FieldName(String name, JsonOutput written) {
        this.name = name;
        this.bytes = new PreparedBytes(written.toByteArray());
    }

    /** Prepares a name. */
    public static FieldName of(String name) {
        JsonOutput out = new JsonOutput();
        out.name(name);
        return new FieldName(name, out);
    }

    /** Prepares a name with a value that is always the same text. */
    public static FieldName withText(String name, String value) {
        JsonOutput out = new JsonOutput();
        out.name(name);
        out.text(value);
        return new FieldName(name, out);
    }

    /** The name. */
    public String name() {
        return name;
    }

    PreparedBytes bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return name;
    }
}
