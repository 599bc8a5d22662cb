package dev.gdwire.protocol.json;

/**
 * The name of an object's member as bytes: a comma, the name in quotes and a colon, ready to be
 * copied or compared. It is immutable. Best kept in a constant: a compiler then knows the bytes.
 */
public sealed interface FieldName permits PreparedName {
    /** Prepares a name. */
    static FieldName of(String name) {
        JsonOutput out = new JsonOutput();
        out.name(name);
        return new PreparedName(name, PreparedBytes.of(out.toByteArray()));
    }

    /** Prepares a name with a value that is always the same text. */
    static FieldName withText(String name, String value) {
        JsonOutput out = new JsonOutput();
        out.name(name);
        out.text(value);
        return new PreparedName(name, PreparedBytes.of(out.toByteArray()));
    }

    /** The name. */
    String name();
}
