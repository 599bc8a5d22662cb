/** A Godot game and the Java program that learns to play it. */
module dev.gdwire.examples.arena {
    requires transitive dev.gdwire.client;
    requires java.desktop;

    exports dev.gdwire.examples.arena;
    exports dev.gdwire.examples.arena.learn;
    exports dev.gdwire.examples.arena.messages;
    exports dev.gdwire.examples.arena.world;

    provides dev.gdwire.protocol.Protocol with
            dev.gdwire.examples.arena.messages.ArenaProtocol;
}
