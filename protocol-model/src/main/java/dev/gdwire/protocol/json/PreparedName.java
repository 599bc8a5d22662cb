package dev.gdwire.protocol.json;

/**
 * A name as it is written. A record, since of those the virtual machine takes the fields of a
 * constant for constants too: what is copied and compared then stands in the code.
 */
record PreparedName(String name, PreparedBytes bytes) implements FieldName {
    /** The bytes of a name. */
    static PreparedBytes bytes(FieldName name) {
        return ((PreparedName) name).bytes;
    }

    @Override
    public String toString() {
        return name;
    }
}
