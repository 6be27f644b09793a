package org.rnvr.config.internal.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.rnvr.config.internal.file.AtomicWrite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the master password of the secure storage: made of random bytes, readable by its user alone. */
final class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final Set<PosixFilePermission> OWN = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final int BYTES = 32;

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    /** The master password; the file is made when it does not exist. */
    char[] password() throws IOException {
        Path folder = path.getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        closeToOthers(folder);
        if (Files.notExists(path)) {
            AtomicWrite.write(path, newPassword().getBytes(StandardCharsets.US_ASCII), path);
        }
        closeToOthers(path);
        String password = Files.readString(path, StandardCharsets.US_ASCII).strip();
        if (password.isEmpty()) {
            throw new IOException(path + " is empty");
        }
        return password.toCharArray();
    }

    private static String newPassword() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static void closeToOthers(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWN.containsAll(permissions)) {
            String before = PosixFilePermissions.toString(permissions);
            permissions.retainAll(OWN);
            Files.setPosixFilePermissions(file, permissions);
            LOG.warn(
                    "{} was open to others ({}) and is no longer; whoever read it can read the stored secrets",
                    file,
                    before);
        }
    }
}
