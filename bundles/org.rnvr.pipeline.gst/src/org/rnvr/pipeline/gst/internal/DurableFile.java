package org.rnvr.pipeline.gst.internal;

import com.sun.jna.LastErrorException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that somebody else writes, held open to bring what was written onto the disk. Its methods may wait for the disk. */
public final class DurableFile implements VolumeSync.Entry, Closeable {

    private static final int CLOSED = -1;

    private final Path path;
    private final FileChannel channel;
    private final long device;
    /** The same file once more: syncfs(2) needs a descriptor, and Java does not tell that of a channel. */
    private int descriptor;

    private volatile boolean named;

    /**
     * Makes the file, unless it is there and empty.
     *
     * @throws IOException if it cannot be written; says more about why than the element that writes it
     */
    public DurableFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.size() > 0) {
                throw new FileAlreadyExistsException(path.toString());
            }
            device = (Long) Files.getAttribute(path, "unix:dev");
            descriptor = NativeFiles.open(path.toString(), NativeFiles.READ_ONLY);
        } catch (IOException | LastErrorException e) {
            channel.close();
            throw e;
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Which file system it is on. */
    long device() {
        return device;
    }

    @Override
    public void sync() throws IOException {
        if (!named) {
            syncName();
        }
        channel.force(false);
    }

    @Override
    public synchronized void syncFileSystem() throws IOException {
        if (descriptor == CLOSED) {
            throw new ClosedChannelException();
        }
        try {
            NativeFiles.syncfs(descriptor);
        } catch (LastErrorException e) {
            throw new IOException("The file system of " + path + " could not be synced: " + e.getMessage(), e);
        }
    }

    @Override
    public void named() {
        named = true;
    }

    private void syncName() throws IOException {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        named = true;
    }

    /**
     * The file, whole, and its name survive a power cut.
     *
     * @return its size
     */
    public long finish() throws IOException {
        channel.force(true);
        syncName();
        return channel.size();
    }

    @Override
    public synchronized void close() throws IOException {
        try (channel) {
            if (descriptor != CLOSED) {
                NativeFiles.close(descriptor);
                descriptor = CLOSED;
            }
        } catch (LastErrorException e) {
            throw new IOException(path + " could not be closed: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
