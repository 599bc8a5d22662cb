/**
 * Typed messages over newline-delimited JSON: the protocol engine and the drivers that move its
 * bytes.
 */
module dev.gdwire.transport {
    requires transitive dev.gdwire.protocol;

    exports dev.gdwire.transport;
}
