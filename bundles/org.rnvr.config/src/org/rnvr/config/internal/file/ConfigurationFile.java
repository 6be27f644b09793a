package org.rnvr.config.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The configuration file on disk, and beside it its previous version. The file may be a symbolic link; that stays one. */
public final class ConfigurationFile {

    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path path;

    /** The file of this absolute path, which need not exist. */
    public ConfigurationFile(Path path) {
        this.path = path;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Where its previous version is. */
    public Path backup() {
        return path.resolveSibling(path.getFileName() + ".bak");
    }

    /** What tells its present state from others. */
    public Stamp stamp() {
        return Stamp.of(path);
    }

    /** What is in it. */
    public byte[] read() throws IOException {
        return Files.readAllBytes(path);
    }

    /** Why it cannot be written, if so. */
    public Optional<String> obstacle() {
        if (!Files.exists(path)) {
            return Files.isSymbolicLink(path)
                    ? Optional.of("it is a link to a file that is not there")
                    : Optional.empty();
        }
        try {
            Path target = path.toRealPath();
            // The superuser may write anything; what nobody may write was meant to stay.
            if (!Files.isWritable(target) || nobodyMayWrite(target)) {
                return Optional.of("it is read-only");
            }
            for (Path folder : List.of(target.getParent(), path.getParent().toRealPath())) {
                if (!Files.isWritable(folder) || nobodyMayWrite(folder)) {
                    return Optional.of("its folder is read-only");
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Failures.reason(e));
        }
    }

    /**
     * Replaces the file, and before that its previous version.
     *
     * @param expected what is in the file as far as the caller knows; empty when it does not exist
     * @return whether that was so; if not, nothing was written
     */
    public boolean replace(Optional<byte[]> expected, byte[] content, Optional<byte[]> previous) throws IOException {
        if (!isStill(expected)) {
            return false;
        }
        if (previous.isPresent()) {
            AtomicWrite.write(backup(), previous.get(), path);
        } else {
            Files.createDirectories(path.getParent());
        }
        if (!isStill(expected)) {
            return false;
        }
        AtomicWrite.write(Files.exists(path) ? path.toRealPath() : path, content, path);
        return true;
    }

    private boolean isStill(Optional<byte[]> expected) throws IOException {
        try {
            byte[] found = read();
            return expected.isPresent() && Arrays.equals(expected.get(), found);
        } catch (NoSuchFileException e) {
            return expected.isEmpty();
        }
    }

    private static boolean nobodyMayWrite(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream().noneMatch(WRITE::contains);
    }
}
