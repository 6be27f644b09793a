package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who may change what a file holds.
 *
 * @param user the number of the user that it belongs to
 * @param name the name of that user, for people
 * @param mode the bits of its type and its permissions
 */
record FileOwner(int user, String name, int mode) {

    private static final int ROOT = 0;
    private static final int WRITABLE_BY_OTHERS = 022;
    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Of a file or folder; of a link itself where it is one. */
    static FileOwner of(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,owner,mode", LinkOption.NOFOLLOW_LINKS);
        return new FileOwner(
                (int) attributes.get("uid"), attributes.get("owner").toString(), (int) attributes.get("mode"));
    }

    /** The number of the user that runs this process. */
    static int ofProcess() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("Uid:"))
                .map(line -> Integer.parseUnsignedInt(line.split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IOException(STATUS + " names no user"));
    }

    /** Why what this stands for is not to be trusted by a user; empty if it is. */
    Optional<String> objection(int trusting, Path path) {
        if ((mode & TYPE) == LINK) {
            return Optional.of("it is a link, where a file or folder of its own is needed.");
        }
        if (user != trusting && user != ROOT) {
            return Optional.of("it belongs to the user %s, not to the one that runs RNVR or to root.".formatted(name));
        }
        if ((mode & WRITABLE_BY_OTHERS) != 0) {
            return Optional.of(
                    "others than its owner may write to it; this takes that away: \"chmod go-w %s\"".formatted(path));
        }
        return Optional.empty();
    }
}
