package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies and deletes folders. */
final class Folders {

    private Folders() {}

    /** Copies a file or folder with all in it. */
    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new Copying(from, to, false));
    }

    /** As {@link #copy}, but with files that are the same ones where the file system can do that. */
    static void link(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new Copying(from, to, true));
    }

    /** Deletes a file or folder with all in it; none is no error. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
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

    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;
        private boolean linking;

        private Copying(Path from, Path to, boolean linking) {
            this.from = from;
            this.to = to;
            this.linking = linking;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(target(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (linking && attributes.isRegularFile()) {
                try {
                    Files.createLink(target(file), file);
                    return FileVisitResult.CONTINUE;
                } catch (UnsupportedOperationException | IOException e) {
                    linking = false; // the copy that follows fails too where it is not for the links
                }
            }
            Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
        }

        private Path target(Path path) {
            return to.resolve(from.relativize(path).toString());
        }
    }
}
