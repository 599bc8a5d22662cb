/** The friendly way to talk with a Godot game: clients, servers, and a Godot process to talk to. */
module dev.gdwire.client {
    requires transitive dev.gdwire.transport;
    requires static transitive org.jspecify;
    requires static java.management;

    exports dev.gdwire.client;
}
