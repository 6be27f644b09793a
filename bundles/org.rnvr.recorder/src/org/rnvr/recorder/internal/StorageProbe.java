package org.rnvr.recorder.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.rnvr.recording.StorageState;

/** Finds out by writing whether a camera can be recorded to a folder. Waits for the disk. */
final class StorageProbe {

    /** Less than this is not worth a file: about two seconds of a camera of 16 Mbit/s. */
    static final long FULL_BELOW_BYTES = 4L << 20;

    private static final int WRITTEN_BYTES = 4096;

    private StorageProbe() {}

    /**
     * Writes, and takes away again, a small file in the camera's folder, or in the nearest folder above that exists.
     *
     * @param folder the recording folder
     * @param cameraId the camera
     */
    static Finding probe(Path folder, String cameraId) {
        Path nearest = nearestFolder(folder.resolve(cameraId));
        long free = 0;
        try {
            FileStore store = Files.getFileStore(nearest);
            free = store.getUsableSpace();
            if (store.isReadOnly()) {
                return new Finding(StorageState.READ_ONLY, nearest + " is on a read-only volume", free);
            }
            write(nearest.resolve(".rnvr-" + UUID.randomUUID() + ".probe"));
            return free < FULL_BELOW_BYTES ? full(nearest, free) : new Finding(StorageState.OK, "", free);
        } catch (ReadOnlyFileSystemException e) {
            return new Finding(StorageState.READ_ONLY, nearest + " is on a read-only volume", 0);
        } catch (AccessDeniedException e) {
            return new Finding(StorageState.DENIED, "no permission to write to " + nearest, 0);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new Finding(StorageState.MISSING, nearest + " is not there", 0);
        } catch (IOException e) {
            return Files.isDirectory(nearest) && free < FULL_BELOW_BYTES ? full(nearest, free) : refusal(nearest, e);
        }
    }

    private static Finding full(Path nearest, long free) {
        return new Finding(StorageState.FULL, "the volume of " + nearest + " is full", free);
    }

    private static Path nearestFolder(Path path) {
        Path nearest = path.toAbsolutePath();
        while (!Files.isDirectory(nearest) && nearest.getParent() != null && !obstructed(nearest)) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    /** Whether something that is no folder stands where the folder should be. */
    private static boolean obstructed(Path path) {
        return Files.isSymbolicLink(path) || Files.exists(path);
    }

    private static void write(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer bytes = ByteBuffer.allocate(WRITTEN_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static Finding refusal(Path nearest, IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return new Finding(StorageState.ERROR, "cannot write to " + nearest + ": " + reason, 0);
    }
}
