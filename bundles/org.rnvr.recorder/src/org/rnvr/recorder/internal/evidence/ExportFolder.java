package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A folder that is hidden and of another name until all is in it, so that a half one is never taken for a whole one. Making
 * the hidden one exclusively keeps its name from other exports.
 */
final class ExportFolder {

    private static final int MAX_OF_ONE_NAME = 1000;

    private final Path destination;
    private final String name;
    private final Path partial;
    private Path place;
    private int number;

    private ExportFolder(Path destination, String name, Path partial, int number) {
        this.destination = destination;
        this.name = name;
        this.partial = partial;
        place = partial;
        this.number = number;
    }

    /**
     * Makes the hidden one; {@code _2}, {@code _3} and so on come after the name if it is taken.
     *
     * @throws IOException if it cannot be made
     */
    static ExportFolder begin(Path destination, String name) throws IOException {
        for (int number = 1; number <= MAX_OF_ONE_NAME; number++) {
            String numbered = numbered(name, number);
            if (Files.exists(destination.resolve(numbered))) {
                continue;
            }
            try {
                Path partial = Files.createDirectory(destination.resolve("." + numbered + ".partial"));
                return new ExportFolder(destination, name, partial, number);
            } catch (FileAlreadyExistsException e) {
                continue; // of an export that is under way, or of one that the power went from
            } catch (IOException e) {
                throw new IOException(
                        "the export cannot be begun in the folder " + destination + ": " + Failure.reason(e), e);
            }
        }
        throw new IOException("there are " + MAX_OF_ONE_NAME + " exports " + name + " in " + destination + " already");
    }

    /** Where files go until it is finished. */
    Path partial() {
        return partial;
    }

    /** Brings it onto the disk and gives it its name. */
    Path finish() throws IOException {
        Durable.folder(partial);
        Path folder = destination.resolve(numbered(name, number));
        while (Files.exists(folder)) {
            folder = destination.resolve(numbered(name, ++number));
        }
        Files.move(partial, folder);
        place = folder;
        Durable.folder(destination);
        return folder;
    }

    /** Takes it away with all that is in it, under whichever name. */
    void discard() throws IOException {
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(Objects.requireNonNull(file));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String numbered(String name, int number) {
        return number == 1 ? name : name + "_" + number;
    }
}
