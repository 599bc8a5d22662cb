package dev.gdwire.gen.ir;

/** What a reader does with a property that has no field. */
public enum UnknownFields {
    /** Skip it: the sender may be newer. */
    IGNORED,
    /** Refuse it: the schema says {@code "additionalProperties": false}. */
    REFUSED,
    /** Keep it, as a member of {@link RecordDef#others}: the schema speaks of it. */
    KEPT
}
