package dev.gdwire.integration.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** How honest peers connect. */
@FunctionalInterface
interface Dial {
    /** A socket that is connected. */
    Socket connect() throws IOException;

    /** Without TLS, to a port of this machine. */
    static Dial plain(int port) {
        return () -> new Socket(InetAddress.getLoopbackAddress(), port);
    }
}
