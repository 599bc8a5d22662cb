/** The friendly API: a client, a server and a Godot process to talk to. */
module dev.gdwire.client {
    requires transitive dev.gdwire.protocol;
    requires static transitive org.jspecify;

    exports dev.gdwire.client;
}
