package org.rnvr.pipeline.gst.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that somebody else writes, held open to bring what was written onto the disk. Its methods may wait for the disk. */
public final class DurableFile implements Closeable {

    private final Path path;
    private final FileChannel channel;

    /**
     * Makes the file, unless it is there and empty.
     *
     * @throws IOException if it cannot be written; says more about why than the element that writes it
     */
    public DurableFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.size() > 0) {
            channel.close();
            throw new FileAlreadyExistsException(path.toString());
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** What was written up to now survives a power cut. */
    void sync() throws IOException {
        channel.force(false);
    }

    /**
     * The file, whole, and its name survive a power cut.
     *
     * @return its size
     */
    public long finish() throws IOException {
        channel.force(true);
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
