package org.rnvr.recorder.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.rnvr.pipeline.SegmentNaming;
import org.rnvr.recorder.internal.catalog.FilesInUse;

/**
 * Names a camera's files by the local time of their first frame:
 * {@code FOLDER/camera_id/YYYYMMDD/camera_id_YYYYMMDD_HHMMSS.ext}, with {@code _2}, {@code _3} and so on when the name is
 * taken, as it is in the hour that a clock change repeats.
 * <p>
 * The file is created exclusively, so that neither another thread nor another process gets the same name.
 */
final class DatedFiles implements SegmentNaming {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);
    private static final int MAX_OF_ONE_SECOND = 10_000;

    private final Path folder;
    private final String cameraId;
    private final String extension;
    private final Supplier<ZoneId> zone;
    private final FilesInUse inUse;

    /** @param inUse told of a file before it is made */
    DatedFiles(Path folder, String cameraId, String extension, Supplier<ZoneId> zone, FilesInUse inUse) {
        this.folder = folder;
        this.cameraId = cameraId;
        this.extension = extension;
        this.zone = zone;
        this.inUse = inUse;
    }

    @Override
    public Path fileFor(Instant firstFrame) throws IOException {
        ZonedDateTime local = firstFrame.atZone(zone.get());
        Path camera = folder.resolve(cameraId);
        Path day = camera.resolve(DAY.format(local));
        createFolder(camera); // the recording folder itself is not made anew where its volume has just gone
        createFolder(day);
        String stem = cameraId + "_" + SECOND.format(local);
        for (int number = 1; number <= MAX_OF_ONE_SECOND; number++) {
            Path file = day.resolve((number == 1 ? stem : stem + "_" + number) + "." + extension);
            boolean known = inUse.contains(file);
            inUse.add(file);
            try {
                return Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                release(file, known);
            } catch (IOException e) {
                release(file, known);
                throw new IOException("cannot create the recording file " + file + ": " + reason(e), e);
            }
        }
        throw new IOException(
                "cannot create the recording file " + day.resolve(stem) + ": too many of the same second");
    }

    private void release(Path file, boolean known) {
        if (!known) {
            inUse.remove(file);
        }
    }

    /** Makes a folder in one that is there. A symbolic link to a folder is the folder. */
    private static void createFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        try {
            Files.createDirectory(path);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw new IOException("cannot create the recording folder " + path + ": " + obstacle(path), e);
            }
        } catch (IOException e) {
            throw new IOException("cannot create the recording folder " + path + ": " + reason(e), e);
        }
    }

    private static String obstacle(Path path) {
        return Files.isSymbolicLink(path)
                ? "it is a symbolic link that leads to no folder that can be read"
                : "there is a file of this name";
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder is gone";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getMessage();
    }
}
