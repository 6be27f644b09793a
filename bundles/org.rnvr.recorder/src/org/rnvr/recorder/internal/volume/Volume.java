package org.rnvr.recorder.internal.volume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.rnvr.recording.StorageState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording folder and the volume that belongs there, which is known by its {@link Marker}. A folder that was used
 * before is written only while that very volume is there, so that a disk that was taken away does not make RNVR fill the
 * disk below.
 * <p>
 * Any thread; every call waits for the disk, for as long as the disk likes.
 */
public final class Volume {

    private static final Logger LOGGER = LoggerFactory.getLogger(Volume.class);
    private static final int WRITTEN_BYTES = 4096;

    private final Path folder;
    private final KnownVolumes known;
    private final InstantSource clock;

    /** @param folder the recording folder, which may not exist yet */
    public Volume(Path folder, KnownVolumes known, InstantSource clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.known = known;
        this.clock = clock;
    }

    /** The recording folder, absolute. */
    public Path folder() {
        return folder;
    }

    /** Finds out what the volume is good for. A folder that was never used is made and marked. */
    public Look look(Look.Depth depth) {
        try {
            require();
            FileStore store = Files.getFileStore(folder);
            long total = store.getTotalSpace();
            long free = store.getUsableSpace();
            if (store.isReadOnly()) {
                return new Look(StorageState.READ_ONLY, readOnly(), total, free);
            }
            if (depth == Look.Depth.THOROUGH || !Files.isWritable(folder)) {
                write(folder.resolve(".rnvr-" + UUID.randomUUID() + ".probe"));
            }
            return new Look(StorageState.OK, "", total, free);
        } catch (WrongVolumeException e) {
            return missing(e.getMessage());
        } catch (IOException e) {
            return absence().map(Volume::missing).orElseGet(() -> refusal(e)); // it may go as it is written to
        }
    }

    /** Why what is there is not the volume that belongs there; empty where it is, and where that cannot be told. */
    public Optional<String> absence() {
        try {
            requireKnown();
            return Optional.empty();
        } catch (WrongVolumeException e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            LOGGER.debug("whether the volume at {} is there cannot be told", folder, e);
            return Optional.empty();
        }
    }

    private static Look missing(String why) {
        return new Look(StorageState.MISSING, why, 0, 0);
    }

    /**
     * Makes sure that the right volume is there. A folder that was never used is made and marked, or its marker is taken
     * over.
     *
     * @throws IOException if it is not, or if that cannot be told; the message says why
     */
    public void require() throws IOException {
        if (requireKnown()) {
            return;
        }
        synchronized (known.lock(folder)) {
            if (!requireKnown()) {
                Optional<Marker> found = found(Optional.empty());
                begin(found.isPresent() ? found.get() : mark());
            }
        }
    }

    /** Whether the folder was used before; if so the right volume is there. */
    private boolean requireKnown() throws IOException {
        Optional<UUID> expected;
        try {
            expected = known.of(folder);
        } catch (IOException e) {
            requireAny(e);
            return true;
        }
        if (expected.isPresent()) {
            requireSame(expected.get(), found(expected));
        }
        return expected.isPresent();
    }

    /**
     * Takes what is there now for the right volume; marks it if it has no marker.
     *
     * @throws IOException if that cannot be written; nothing is remembered then
     */
    public void adopt() throws IOException {
        synchronized (known.lock(folder)) {
            Optional<Marker> found;
            try {
                found = Marker.read(folder);
            } catch (Marker.DamagedException e) {
                LOGGER.warn("the marker of the recording volume at {} is replaced", folder, e);
                found = Optional.empty();
            }
            Marker marker = found.isPresent() ? found.get() : mark();
            known.replace(folder, marker.uuid());
            LOGGER.info("{} is recorded to volume {} from now on", folder, marker.uuid());
        }
    }

    /** Without memory, a volume that RNVR has written to before is a better guess than a folder it has not. */
    private void requireAny(IOException forgotten) throws IOException {
        Optional<Marker> found = found(Optional.empty());
        if (found.isEmpty()) {
            throw new WrongVolumeException("which volume belongs to " + folder + " cannot be told (" + reason(forgotten)
                    + "), and no volume of RNVR is there; nothing is recorded until it is adopted");
        }
        begin(found.get());
    }

    private Optional<Marker> found(Optional<UUID> expected) throws IOException {
        try {
            return Marker.read(folder);
        } catch (Marker.DamagedException e) {
            throw new WrongVolumeException((expected.isPresent()
                            ? "volume " + expected.get() + " was expected at " + folder + ", and the marker there, "
                            : "the marker of a volume, ")
                    + folder.resolve(Marker.FILE) + ", is damaged; nothing is recorded until the volume is adopted");
        }
    }

    private void requireSame(UUID expected, Optional<Marker> found) throws IOException {
        if (found.isEmpty()) {
            throw new WrongVolumeException("volume " + expected + " was expected at " + folder + ", and "
                    + (Files.isDirectory(folder) ? "no volume of RNVR is there" : "the folder is not there")
                    + "; nothing is recorded until it is back or another is adopted");
        }
        if (!found.get().uuid().equals(expected)) {
            throw new WrongVolumeException("volume " + expected + " was expected at " + folder + ", and volume "
                    + found.get().uuid() + " of "
                    + found.get().created().truncatedTo(ChronoUnit.SECONDS)
                    + " is there; nothing is recorded until the right one is back or this one is adopted");
        }
    }

    private void begin(Marker marker) {
        try {
            known.begin(folder, marker.uuid());
            LOGGER.info("recordings go to volume {} at {}", marker.uuid(), folder);
        } catch (IOException e) {
            // to record matters more: without it only the next start does not know the volume
            LOGGER.warn("which volume belongs to {} cannot be saved in {}", folder, known.file(), e);
        }
    }

    private Marker mark() throws IOException {
        if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
            throw new WrongVolumeException(folder + " is a symbolic link that leads nowhere");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Marker marker = new Marker(UUID.randomUUID(), clock.instant());
        marker.write(folder);
        return marker;
    }

    /** Its name is gone as soon as it is open, so that a power cut leaves nothing. */
    private static void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer bytes = ByteBuffer.allocate(WRITTEN_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // a disk that fails takes anything into memory
            channel.force(false);
        }
    }

    private Look refusal(IOException e) {
        if (e instanceof AccessDeniedException) {
            return new Look(StorageState.DENIED, "no permission to write to " + folder, 0, 0);
        }
        Look error = new Look(StorageState.ERROR, "cannot write to " + folder + ": " + reason(e), 0, 0);
        try {
            FileStore store = Files.getFileStore(nearestFolder());
            long total = store.getTotalSpace();
            long free = store.getUsableSpace();
            if (store.isReadOnly()) {
                return new Look(StorageState.READ_ONLY, readOnly(), total, free);
            }
            return free < SpaceLimits.fullBelow(total)
                    ? new Look(StorageState.FULL, SpaceLimits.fullText(folder), total, free)
                    : error;
        } catch (IOException further) {
            e.addSuppressed(further);
            LOGGER.debug("the space of the volume at {} cannot be told", folder, e);
            return error;
        }
    }

    private Path nearestFolder() {
        Path nearest = folder;
        while (!Files.isDirectory(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    private String readOnly() {
        return folder + " is on a read-only volume";
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
    }
}
