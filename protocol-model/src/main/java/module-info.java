/**
 * Run-time side of generated protocols, and the messages of the schema sets that ship with Gdwire.
 */
module dev.gdwire.protocol {
    requires transitive tools.jackson.databind;
    requires transitive com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports dev.gdwire.protocol;
    exports dev.gdwire.protocol.codec;
    exports dev.gdwire.protocol.core;
    exports dev.gdwire.protocol.godot;
    exports dev.gdwire.protocol.jackson;
    exports dev.gdwire.protocol.json;
    exports dev.gdwire.protocol.rl;

    provides dev.gdwire.protocol.Protocol with
            dev.gdwire.protocol.core.CoreProtocol,
            dev.gdwire.protocol.rl.RlProtocol;
}
