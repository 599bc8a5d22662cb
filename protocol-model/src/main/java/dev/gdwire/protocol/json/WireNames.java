package dev.gdwire.protocol.json;

/**
 * Names of members of a line that belong to the wire and are no part of its message. It is
 * immutable.
 */
public final class WireNames {
    /** Index of the discriminator. */
    public static final int DISCRIMINATOR = 0;

    /** Index of {@code $id}. */
    public static final int ID = 1;

    /** Index of {@code $re}. */
    public static final int RE = 2;

    /** Index of {@code $seq}. */
    public static final int SEQ = 3;

    /** Index of {@code $ack}. */
    public static final int ACK = 4;

    /** Index of the discriminator of the wire's own messages, which makes a line one of them. */
    public static final int CORE = 5;

    static final String CORE_NAME = "gdwire";
    static final int COUNT = 6;
    static final WireNames NONE = new WireNames(FieldNames.of());

    private final FieldNames names;

    private WireNames(FieldNames names) {
        this.names = names;
    }

    /** The names on a wire of such a discriminator. */
    public static WireNames of(String discriminator) {
        return new WireNames(
                discriminator.equals(CORE_NAME)
                        ? FieldNames.of(discriminator, "$id", "$re", "$seq", "$ack")
                        : FieldNames.of(discriminator, "$id", "$re", "$seq", "$ack", CORE_NAME));
    }

    /** The one that starts a member there, if that is easy to tell. */
    int member(byte[] bytes, int at, int end) {
        return names.member(FieldNames.NONE, bytes, at, end);
    }

    int memberLength(int index) {
        return names.memberLength(index);
    }

    int find(byte[] bytes, int from, int to) {
        return names.find(bytes, from, to);
    }
}
