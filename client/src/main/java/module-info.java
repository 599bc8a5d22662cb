/** The friendly way to talk with a Godot game: clients and servers of typed or plain messages. */
module dev.gdwire.client {
    requires transitive dev.gdwire.transport;

    exports dev.gdwire.client;
}
