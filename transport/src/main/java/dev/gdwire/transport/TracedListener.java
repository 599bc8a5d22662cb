package dev.gdwire.transport;

/** Tells a tracer of events, and hands them on. */
record TracedListener(ConnectionListener listener, Tracing tracing) implements ConnectionListener {
    @Override
    public void event(Event event) {
        event(event, 0);
    }

    @Override
    public void event(Event event, int bytes) {
        tracing.event(event);
        listener.event(event, bytes);
    }

    @Override
    public void finished(long unsent, int unacknowledged) {
        listener.finished(unsent, unacknowledged);
    }

    @Override
    public void awaitRoom() throws InterruptedException {
        listener.awaitRoom();
    }

    @Override
    public boolean hasRoom(Runnable whenThereIs) {
        return listener.hasRoom(whenThereIs);
    }

    @Override
    public void threadWaits() {
        listener.threadWaits();
    }

    @Override
    public void threadGoesOn() {
        listener.threadGoesOn();
    }

    @Override
    public void inputEnded(Runnable finish) {
        listener.inputEnded(finish);
    }

    @Override
    public Admission greeted() {
        return listener.greeted();
    }
}
