package dev.gdwire.transport;

/** What happens when the peers' schemas differ though their major versions are equal. */
public enum SchemaPolicy {
    /** The connection opens, and the messages that differ are reported. */
    TOLERANT,
    /** The connection is refused. */
    STRICT
}
