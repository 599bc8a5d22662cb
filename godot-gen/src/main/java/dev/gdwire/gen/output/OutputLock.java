package dev.gdwire.gen.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets one run at a time change an output folder, in this program and in others. A run that dies
 * frees its folders.
 */
final class OutputLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;
    private static final long LOCKED = 1L << 30;

    /** How often a folder may vanish while the one above it is there. */
    private static final int MOST_MISSES = 25;

    private final Disk disk;
    private final Deque<Path> made = new ArrayDeque<>();
    private final Deque<Held> held = new ArrayDeque<>();

    private int misses;

    private record Held(StagingFolder staging, FileChannel channel) {}

    private OutputLock(Disk disk) {
        this.disk = disk;
    }

    /**
     * Waits for its turn in these folders and makes them and their staging folders, as far as they
     * are missing.
     *
     * @param folders in an order that is the same in all programs
     * @throws IOException if they cannot be made, or somebody else takes too long
     */
    static OutputLock of(Disk disk, Collection<StagingFolder> folders) throws IOException {
        OutputLock lock = new OutputLock(disk);
        try {
            for (StagingFolder folder : folders) {
                lock.add(folder);
            }
            return lock;
        } catch (IOException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Ends what runs that died have left in these folders. */
    void recover() throws IOException {
        for (Held one : held) {
            new Recovery(disk).recover(one.staging());
        }
    }

    /** Frees the folders, and takes away those that were made and stayed empty. */
    @Override
    public void close() throws IOException {
        if (held.isEmpty()) {
            while (!made.isEmpty()) {
                disk.dropEmpty(made.pop());
            }
            return;
        }
        Held last = held.pop();
        try {
            // While it is still ours: whoever waits for this file sees that it is gone.
            disk.delete(last.staging().lock());
            disk.dropEmpty(last.staging().folder());
        } finally {
            last.channel().close();
            close();
        }
    }

    private void add(StagingFolder staging) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!tryAdd(staging)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("another run is writing there");
            }
            pause();
        }
    }

    private boolean tryAdd(StagingFolder staging) throws IOException {
        FileChannel channel;
        try {
            makeFolders(staging.folder());
            refuseLink(staging);
            channel =
                    FileChannel.open(
                            staging.lock(),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            missed(e);
            return false;
        }
        boolean ours = false;
        try {
            ours = isOurs(channel, staging.lock());
        } catch (IOException e) {
            disk.delete(staging.lock());
            throw e;
        } finally {
            if (ours) {
                held.push(new Held(staging, channel));
            } else {
                channel.close();
            }
        }
        return ours;
    }

    /** A link that came since the folder was looked at. */
    private static void refuseLink(StagingFolder staging) throws IOException {
        Optional<Path> link = staging.link();
        if (link.isPresent()) {
            throw new FileSystemException(link.get().toString(), null, "a symbolic link");
        }
    }

    /**
     * Another run just ended and took the folder away, or nothing can be made there: then the
     * folder above stays, however often it is tried.
     */
    private void missed(NoSuchFileException e) throws IOException {
        Path above = Path.of(e.getFile()).getParent();
        if (above != null && Files.isDirectory(above) && ++misses > MOST_MISSES) {
            throw new FileSystemException(e.getFile(), null, "nothing can be made there");
        }
    }

    /** Whether the lock is ours, and on the file that is there: the one before us took its away. */
    private static boolean isOurs(FileChannel channel, Path file) throws IOException {
        try {
            // Behind the end: some systems let nobody read what is locked.
            FileLock lock = channel.tryLock(LOCKED, 1, false);
            if (lock == null) {
                return false;
            }
        } catch (OverlappingFileLockException e) {
            return false;
        }
        String sign = UUID.randomUUID().toString();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(sign.getBytes(StandardCharsets.UTF_8)));
        return Files.exists(file) && Files.readString(file).equals(sign);
    }

    private void makeFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeFolders(folder.getParent());
            try {
                disk.createFolder(folder);
                made.push(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another run was writing there", e);
        }
    }
}
