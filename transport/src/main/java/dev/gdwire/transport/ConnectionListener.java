package dev.gdwire.transport;

/**
 * Takes the events of a connection, one at a time and in order. It is called under the connection's
 * lock by the thread that met the event: it must not wait for anything. With a {@link
 * SelectorDriver} that thread serves other peers too, and a listener that takes long delays them.
 */
@FunctionalInterface
public interface ConnectionListener {
    /** Something happened. */
    void event(Event event);

    /**
     * Something happened, by a line of the peer's; this is what is called, and calls the other.
     *
     * @param bytes how long the line was, with the blobs before it; 0 if there was none
     */
    default void event(Event event, int bytes) {
        event(event);
    }

    /**
     * The socket is closed, some time after the last event. Called once, without a lock, by a
     * thread that must not wait.
     *
     * @param unsent about how many bytes of lines that were sent before the end never left
     * @param unacknowledged how many lines of a session that this side closed the peer has not
     *     acknowledged to the end: they may not have arrived. 0 where there is no session
     */
    default void finished(long unsent, int unacknowledged) {}

    /**
     * Waits until more messages may come; called by the reading thread, without a lock, before each
     * read. So a listener that is behind slows the peer down. It must return when the connection
     * ends. A {@link SelectorDriver} asks {@link #hasRoom} instead.
     *
     * @throws InterruptedException if the connection is being torn down
     */
    default void awaitRoom() throws InterruptedException {}

    /**
     * Asks whether more messages may come, where a thread serves many peers and cannot wait as in
     * {@link #awaitRoom}; called before each read, without a lock. If not, no more is read of this
     * peer until there is room or the connection ends.
     *
     * @param whenThereIs to be run once, by any thread, after this method has returned false and
     *     there is room; it waits for nothing
     */
    default boolean hasRoom(Runnable whenThereIs) {
        return true;
    }

    /**
     * A thread that uses the connection is about to wait for the peer: for room, for an answer, or
     * for the end. Called by that thread, perhaps under the connection's lock. Whoever has few
     * threads can let another take its place until {@link #threadGoesOn}; that many are in use then
     * as have to wait.
     */
    default void threadWaits() {}

    /** The thread that said {@link #threadWaits} waits no more. Called by it, as that was. */
    default void threadGoesOn() {}

    /**
     * The peer sends no more, but it may still read. All that it sent was told before; answers can
     * be sent until the connection is finished. Called as events are.
     *
     * @param finish ends the connection; to be called once, by any thread, when what came is
     *     answered
     */
    default void inputEnded(Runnable finish) {
        finish.run();
    }

    /**
     * A peer has said hello, or is plain, and nothing speaks against it so far. Called as events
     * are, by an acceptor's connection, for each peer but those that resume a session that is kept
     * here.
     *
     * @return what becomes of it
     */
    default Admission greeted() {
        return new Admission.Take();
    }
}
