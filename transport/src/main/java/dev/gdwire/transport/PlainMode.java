package dev.gdwire.transport;

/** How a connection deals with peers that know nothing of Gdwire: any JSON object a line. */
public enum PlainMode {
    /** A peer without a handshake is refused. */
    OFF,
    /** An acceptor takes a peer whose first line is no hello as plain. */
    ALLOWED,
    /** An initiator is plain from the start. */
    PLAIN,
    /** As plain, and the next line goes out only after a line came in. */
    PACED
}
