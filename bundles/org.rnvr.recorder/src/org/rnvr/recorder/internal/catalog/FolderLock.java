package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Held while a process keeps a catalog, so that no second one takes the files that the first is writing for the remains of
 * a crash. Ends with the process, however that ends.
 */
final class FolderLock implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(FolderLock.class);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if the file cannot be made, or another has the lock */
    static FolderLock of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = take(channel, file);
        } finally {
            if (!held) {
                channel.close();
            }
        }
        if (!held) {
            throw new IOException(
                    "the recordings in " + file.getParent().getParent() + " are in use by another recorder");
        }
        return new FolderLock(channel);
    }

    private static boolean take(FileChannel channel, Path file) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            LOGGER.warn("the volume of {} knows no locks; no two recorders may use it at the same time", file, e);
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOGGER.debug("the lock of a catalog did not close", e);
        }
    }
}
