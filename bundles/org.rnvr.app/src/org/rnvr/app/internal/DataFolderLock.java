package org.rnvr.app.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a data folder for this process, so that no two recorders write to the same journal and recordings. */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder, which is made if it is missing.
     *
     * @throws ReportedProblemException if another process holds it, or the folder cannot be written
     */
    static DataFolderLock take(Path folder) throws ReportedProblemException {
        return take(folder, Messages.dataFolderInUse);
    }

    /**
     * The same with other words.
     *
     * @param inUse what to say when another process holds it; {0} is the folder
     */
    static DataFolderLock take(Path folder, String inUse) throws ReportedProblemException {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel =
                    FileChannel.open(folder.resolve("rnvr.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolderLock(channel);
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            closeAfter(channel, e);
        } catch (IOException e) {
            closeAfter(channel, e);
            throw new ReportedProblemException(Messages.format(Messages.dataFolderUnusable, folder, reason(e)), e);
        }
        throw new ReportedProblemException(Messages.format(inUse, folder));
    }

    /** Releases the folder. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void closeAfter(FileChannel channel, Exception cause) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
