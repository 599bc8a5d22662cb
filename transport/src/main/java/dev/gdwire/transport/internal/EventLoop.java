package dev.gdwire.transport.internal;

import dev.gdwire.protocol.json.JsonOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One thread that waits for many sockets with one selector. What only one socket needs at a time,
 * the loop has for all: so one that is silent costs next to nothing.
 */
public final class EventLoop {
    /** One of the loop's sockets. Each method but the last is called by the loop's thread. */
    interface Member {
        /** The socket is ready for some of what it waits for; throws nothing. */
        void ready(int operations);

        /** Somebody has asked for the loop's thread; throws nothing. */
        void attend();

        /** The loop's selector has failed. */
        void failed(Throwable reason);

        /** Ends, in its own time. Called again and again, and by any thread. */
        void shutdown();
    }

    /** Also how much of one peer is taken before the others have their turn. */
    static final int READ_BYTES = 16 * 1024;

    /** What is longer is written in pieces. */
    private static final int WRITE_BYTES = 16 * 1024;

    /** After so many that have asked, sockets have their turn. */
    private static final int ASKING_AT_ONCE = 64;

    /** A buffer that has grown larger is not kept. */
    private static final int LARGEST_KEPT = 256 * 1024;

    private final Selector selector;
    private final Thread thread;
    private final Set<Member> members = ConcurrentHashMap.newKeySet();
    private final Queue<Member> asking = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final byte[] bytes = new byte[READ_BYTES];
    private final ByteBuffer output = ByteBuffer.allocateDirect(WRITE_BYTES);
    private JsonOutput lines = new JsonOutput();
    private volatile boolean closing;

    private EventLoop(Selector selector, String name) {
        this.selector = selector;
        thread = new LoopThread(this::run, name);
    }

    /** A loop without sockets, whose thread runs. */
    public static EventLoop start(String name) throws IOException {
        EventLoop loop = new EventLoop(Selector.open(), name);
        loop.thread.start();
        return loop;
    }

    /** Whether the calling thread is that of a loop, whichever: it must not wait. */
    public static boolean isOnLoop() {
        return Thread.currentThread() instanceof LoopThread;
    }

    /** How many sockets it has. */
    public int size() {
        return members.size();
    }

    /** Lets its members end, takes no more, and ends with the last one. Waits for nothing. */
    public void shutdown() {
        closing = true;
        selector.wakeup();
    }

    /** Waits for the end of the loop, unless a loop's thread calls. */
    public void join() throws InterruptedException {
        if (!isOnLoop()) {
            thread.join();
        }
    }

    /** False if the loop takes no more members. */
    boolean add(Member member) {
        members.add(member);
        if (closing) {
            members.remove(member);
            // It may have been seen, and be waited for.
            selector.wakeup();
            return false;
        }
        return true;
    }

    void remove(Member member) {
        members.remove(member);
    }

    /** Has a member attended to, soon. */
    void ask(Member member) {
        asking.add(member);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /** By the loop's thread, as all that follows. */
    SelectionKey register(SocketChannel channel, Member member) throws ClosedChannelException {
        return channel.register(selector, SelectionKey.OP_READ, member);
    }

    /** Reads so many bytes at most into {@link #bytes}; gives the count, or -1 at the end. */
    int read(ByteLink link, int most) throws IOException {
        int length = link.read(buffer.clear().limit(most));
        if (length > 0) {
            buffer.flip().get(bytes, 0, length);
        }
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A lock for one of its members. */
    LoopLock newLock() {
        return new LoopLock(thread);
    }

    /** A buffer for the lines of whoever has its turn. */
    JsonOutput lines() {
        return lines;
    }

    /** The turn is over: the buffer is empty again. */
    void clearLines() {
        if (lines.capacity() > LARGEST_KEPT) {
            lines = new JsonOutput();
        }
        lines.clear();
    }

    /**
     * Writes as much as the peer takes now, or enough; the rest remains in the buffer. The Java
     * library would look for a buffer outside of the heap each time: here is one.
     */
    void write(ByteLink link, ByteBuffer from, int most) throws IOException {
        int end = from.limit();
        int start = from.position();
        boolean all = true;
        while (all && from.position() < end && from.position() - start < most) {
            int before = from.position();
            from.limit(Math.min(end, before + WRITE_BYTES));
            link.write(output.clear().put(from).flip());
            all = !output.hasRemaining();
            from.limit(end).position(before + output.position());
        }
    }

    private void run() {
        try {
            while (!isDone()) {
                if (asking.isEmpty()) {
                    selector.select(EventLoop::ready);
                } else {
                    selector.selectNow(EventLoop::ready);
                }
                attend();
            }
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        } finally {
            close();
        }
    }

    private boolean isDone() {
        return closing && members.isEmpty();
    }

    private static void ready(SelectionKey key) {
        Member member = (Member) key.attachment();
        int operations;
        try {
            operations = key.readyOps();
        } catch (CancelledKeyException e) {
            // Somebody else has closed the channel.
            member.failed(e);
            return;
        }
        member.ready(operations);
    }

    private void attend() {
        Member next = asking.poll();
        for (int i = 1; next != null; i++) {
            next.attend();
            next = i < ASKING_AT_ONCE ? asking.poll() : null;
        }
        if (closing) {
            members.forEach(Member::shutdown);
        }
    }

    /** Without its selector none of the connections can live. */
    private void failed(Throwable reason) {
        closing = true;
        while (!members.isEmpty()) {
            members.forEach(member -> member.failed(reason));
            attend();
        }
    }

    private void close() {
        try {
            selector.close();
        } catch (IOException e) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private static final class LoopThread extends Thread {
        private LoopThread(Runnable task, String name) {
            super(task, name);
            setDaemon(true);
        }
    }
}
