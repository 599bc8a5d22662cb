package dev.gdwire.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stands between two TCP peers of this machine and does to their connections what networks do: ends
 * them in the midst of a message, holds them up, cuts and joins what is written, changes bytes. A
 * {@link ChaosPlan} says how often, and the methods do it at once. Each connection has two threads.
 * Safe for use by many threads.
 *
 * <p>Only what the operating system decides, such as how many bytes it hands over at once, and when
 * which of two directions is served, differs between two runs of the same plan.
 */
public final class ChaosProxy implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final long GRACE_MILLIS = 1_000;

    private final InetSocketAddress target;
    private final ChaosPlan plan;
    private final ServerSocket server;
    private final Thread acceptor;
    private final Brakes brakes = new Brakes();
    private final Tally tally = new Tally();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer;

    private ChaosProxy(ServerSocket server, InetSocketAddress target, ChaosPlan plan) {
        this.server = server;
        this.target = target;
        this.plan = plan;
        timer = new ScheduledThreadPoolExecutor(1, task -> thread(task, "timer"));
        timer.setRemoveOnCancelPolicy(true);
        acceptor = thread(this::accept, "acceptor");
    }

    /**
     * Listens on any free port of the loopback address.
     *
     * @param target who is behind it; needs not listen yet
     * @throws UncheckedIOException if there is no port
     */
    public static ChaosProxy open(InetSocketAddress target, ChaosPlan plan) {
        try {
            ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            ChaosProxy proxy = new ChaosProxy(server, target, plan);
            proxy.acceptor.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy has no port to listen on.", e);
        }
    }

    /** The same for a target on a port of the loopback address. */
    public static ChaosProxy open(int targetPort, ChaosPlan plan) {
        return open(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort), plan);
    }

    /** The port that it listens on, on the loopback address. */
    public int port() {
        return server.getLocalPort();
    }

    /** What has happened so far. */
    public ChaosCounts counts() {
        return tally.counts();
    }

    /** How many connections there are now. */
    public int connections() {
        return links.size();
    }

    /**
     * Ends all connections both ways (FIN); what has not gone through yet is lost.
     *
     * @return how many there were
     */
    public int cutNow() {
        int count = 0;
        for (Link link : links) {
            count += link.cut() ? 1 : 0;
        }
        return count;
    }

    /**
     * Ends all connections without a farewell (RST).
     *
     * @return how many there were
     */
    public int resetNow() {
        int count = 0;
        for (Link link : links) {
            count += link.reset() ? 1 : 0;
        }
        return count;
    }

    /** From now on and for so long, nothing goes through. */
    public void stall(Duration time) {
        tally.fault(Fault.STALL);
        brakes.stall(time.toNanos());
    }

    /** For so long, new connections are reset as soon as they are made. */
    public void refuse(Duration time) {
        brakes.refuse(time.toNanos());
    }

    /** For so long, new connections are taken and never read nor answered, and then reset. */
    public void blackhole(Duration time) {
        brakes.swallow(time.toNanos());
    }

    /**
     * Ends stalls, refusals and black holes, and lets all go through as it comes, until {@link
     * #followPlan}. Connections that are cut stay so.
     */
    public void pass() {
        brakes.pass();
    }

    /** Goes on with the plan after {@link #pass}. */
    public void followPlan() {
        brakes.followPlan();
    }

    /** Resets all connections, listens no more, and waits for the end of its threads. */
    @Override
    public void close() {
        try {
            server.close();
            acceptor.join();
            for (Link link : links) {
                link.hangUp();
                link.awaitEnd();
            }
            timer.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy's port cannot be closed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        for (long number = 0; !server.isClosed(); number++) {
            Socket socket;
            try {
                socket = server.accept();
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
                throw new UncheckedIOException("The proxy can take no connections.", e);
            }
            take(socket, number);
        }
    }

    private void take(Socket socket, long number) {
        tally.connection();
        Link link = new Link(this, number, socket);
        if (brakes.isRefusing()) {
            tally.fault(Fault.REFUSE);
            link.hangUp();
        } else {
            links.add(link);
            link.start();
        }
    }

    Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, "chaos-" + server.getLocalPort() + "-" + name);
        thread.setDaemon(true);
        return thread;
    }

    ChaosPlan plan() {
        return plan;
    }

    InetSocketAddress target() {
        return target;
    }

    Brakes brakes() {
        return brakes;
    }

    Tally tally() {
        return tally;
    }

    void forget(Link link) {
        links.remove(link);
    }

    void closeSoon(Link link) {
        timer.schedule(link::hangUp, GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
