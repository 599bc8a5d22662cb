package dev.gdwire.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One connection through the proxy: a socket on each side, and a thread for each direction. */
final class Link {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int DIRECTIONS = Direction.values().length;

    private enum State {
        WHOLE,
        CUT,
        OVER
    }

    private final ChaosProxy proxy;
    private final long number;
    private final Socket near;
    private final Socket far = new Socket();
    private final Thread up;
    private final AtomicReference<State> state = new AtomicReference<>(State.WHOLE);
    private final CountDownLatch running = new CountDownLatch(DIRECTIONS);

    Link(ChaosProxy proxy, long number, Socket near) {
        this.proxy = proxy;
        this.number = number;
        this.near = near;
        up = proxy.thread(this::run, "up-" + number);
    }

    void start() {
        up.start();
    }

    private void run() {
        FaultScript script = new FaultScript(proxy.plan(), number, Direction.UP);
        Optional<FaultScript.Step> first = script.connects();
        try {
            if (first.isPresent() && !isPassing()) {
                count(first.get().fault());
                if (first.get().fault() == Fault.BLACKHOLE) {
                    pause(first.get().nanos());
                }
                giveUp();
            } else if (proxy.brakes().isSwallowing()) {
                count(Fault.BLACKHOLE);
                while (proxy.brakes().isSwallowing() && !isOver()) {
                    pause(TimeUnit.MILLISECONDS.toNanos(10));
                }
                giveUp();
            } else {
                connect(script);
            }
        } catch (IOException e) {
            giveUp();
        } catch (InterruptedException e) {
            giveUp();
        }
    }

    /** Without having moved a byte. */
    private void giveUp() {
        hangUp();
        finished();
        finished();
    }

    private void connect(FaultScript script) throws IOException {
        far.setTcpNoDelay(true);
        near.setTcpNoDelay(true);
        far.connect(proxy.target(), CONNECT_MILLIS);
        Flow upward =
                new Flow(this, Direction.UP, near.getInputStream(), far.getOutputStream(), script);
        Flow downward =
                new Flow(
                        this,
                        Direction.DOWN,
                        far.getInputStream(),
                        near.getOutputStream(),
                        new FaultScript(proxy.plan(), number, Direction.DOWN));
        proxy.thread(downward, "down-" + number).start();
        upward.run();
    }

    /** Whether nothing more goes through. */
    boolean isCut() {
        return state.get() != State.WHOLE;
    }

    private boolean isOver() {
        return state.get() == State.OVER;
    }

    boolean isPassing() {
        return proxy.brakes().isPassing();
    }

    void awaitRelease() throws InterruptedException {
        proxy.brakes().awaitRelease(this::isCut);
    }

    void pause(long nanos) throws InterruptedException {
        proxy.brakes().pause(nanos, this::isCut);
    }

    void count(Fault fault) {
        proxy.tally().fault(fault);
    }

    void count(Direction direction, int bytes) {
        proxy.tally().bytes(direction, bytes);
    }

    /** One end says that it sends no more: so hears the other one. */
    void ended(Direction direction) {
        if (!isCut()) {
            endOutput(direction == Direction.UP ? far : near);
        }
    }

    /**
     * Both ends hear that the other one sends no more. A while later the sockets are closed, for
     * those who do not hang up on their part.
     */
    boolean cut() {
        if (!state.compareAndSet(State.WHOLE, State.CUT)) {
            return false;
        }
        count(Fault.CUT);
        endOutput(near);
        endOutput(far);
        proxy.brakes().wake();
        proxy.closeSoon(this);
        return true;
    }

    /** Both ends meet a reset; false if it was cut already. */
    boolean reset() {
        boolean wasWhole = state.getAndSet(State.OVER) == State.WHOLE;
        hangUp();
        if (wasWhole) {
            count(Fault.RESET);
        }
        return wasWhole;
    }

    /** The same, for whatever reason. */
    void hangUp() {
        state.set(State.OVER);
        hangUp(near);
        hangUp(far);
        proxy.brakes().wake();
    }

    /** One of the directions is done with; after the last one the sockets are closed. */
    void finished() {
        running.countDown();
        if (running.getCount() == 0) {
            state.set(State.OVER);
            close(near);
            close(far);
            proxy.forget(this);
        }
    }

    void awaitEnd() throws InterruptedException {
        running.await();
    }

    private static void endOutput(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // It is closed already, or was never connected: then nobody has to be told.
            close(socket);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already, which is all that is wanted.
        } finally {
            close(socket);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket of the proxy cannot be closed", e);
        }
    }
}
