package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this installation's key pair in a file that its user alone can read. A file that is there and holds no key is never
 * replaced: what it signed could no longer be told to be ours. Any thread.
 */
public final class KeyFolder {

    private static final Logger LOGGER = LoggerFactory.getLogger(KeyFolder.class);
    private static final Set<PosixFilePermission> OWN = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path folder;
    private final Path file;

    /** In this folder, which is made when it is needed. */
    public KeyFolder(Path folder) {
        this.folder = folder;
        file = folder.resolve("evidence.pem");
    }

    /** That of an installation. */
    public static KeyFolder of(Path data) {
        return new KeyFolder(data.resolve("keys"));
    }

    /**
     * Makes the key pair if there is none yet.
     *
     * @throws IOException if it cannot be made or read
     */
    public void prepare() throws IOException {
        signingKey();
    }

    /** The key pair, made if there is none yet. */
    synchronized SigningKey signingKey() throws IOException {
        try {
            if (Files.notExists(file)) {
                make();
            }
            closeToOthers(folder);
            closeToOthers(file);
            return SigningKey.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IOException("the key " + file + " cannot be used: " + Failure.reason(e), e);
        }
    }

    /** The public half; empty if there is no key that can be read, which is no reason not to verify. */
    Optional<VerifyingKey> verifyingKey() {
        try {
            return Optional.of(VerifyingKey.parse(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOGGER.warn("the key {} cannot be read: {}", file, Failure.reason(e));
            return Optional.empty();
        }
    }

    private void make() throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
        Durable.folder(folder.toAbsolutePath().getParent());
        Path temporary = folder.resolve(".evidence.pem.tmp");
        Files.deleteIfExists(temporary);
        try {
            Durable.create(temporary, SigningKey.generate().pem(), permissions("rw-------"));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        Durable.folder(folder);
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    private static void closeToOthers(Path path) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (!OWN.containsAll(permissions)) {
            String before = PosixFilePermissions.toString(permissions);
            permissions.retainAll(OWN);
            Files.setPosixFilePermissions(path, permissions);
            LOGGER.warn(
                    "{} was open to others ({}) and is no longer; whoever read it can sign in the name of this recorder",
                    path,
                    before);
        }
    }
}
