package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the installation before it is changed. What is kept is complete as soon as it has its name, and is the former
 * installation as soon as the change is done; the launching script brings it back after a change that was cut off.
 */
final class Snapshot {

    private static final String OWNER = ".owner";
    private static final String INCOMPLETE = "changing.incomplete";
    private static final String OBSOLETE = "former.obsolete";

    /** What p2 replaces by files of new names, so that the same files can be kept. */
    private static final Set<String> LINKED = Set.of("plugins", "features", "jre");

    private static final Set<String> NO_PART = Set.of(
            "changing",
            INCOMPLETE,
            "former",
            OBSOLETE,
            "failed",
            "returning",
            "update.pending",
            "update.back",
            "update.refused",
            "dropins",
            "keys");

    private final Installation installation;
    private boolean begun;

    Snapshot(Installation installation) {
        this.installation = installation;
    }

    /** Whether a change is under way, in any process. */
    static boolean isUnderWay(Installation installation) throws IOException {
        return ProcessMark.isOfRunning(installation.changing().resolve(OWNER));
    }

    /** Whether a change was cut off. */
    static boolean isCutOff(Installation installation) throws IOException {
        return Files.exists(installation.changing()) && !isUnderWay(installation);
    }

    /**
     * Keeps the installation as it is. Within a change that has begun, does nothing.
     *
     * @return whether it has begun with this
     */
    synchronized boolean begin() throws IOException {
        if (begun) {
            return false;
        }
        Path incomplete = installation.home().resolve(INCOMPLETE);
        Folders.delete(incomplete);
        Files.createDirectory(incomplete);
        for (Path part : parts()) {
            Path copy = incomplete.resolve(part.getFileName());
            if (LINKED.contains(part.getFileName().toString())) {
                Folders.link(part, copy);
            } else {
                Folders.copy(part, copy);
            }
        }
        ProcessMark.write(incomplete.resolve(OWNER));
        Files.move(incomplete, installation.changing());
        begun = true;
        return true;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** The change is done: what was kept is the former installation. */
    synchronized void done() throws IOException {
        if (begun) {
            begun = false;
            Path obsolete = installation.home().resolve(OBSOLETE);
            Folders.delete(obsolete);
            if (Files.exists(installation.former())) {
                Files.move(installation.former(), obsolete);
            }
            Files.move(installation.changing(), installation.former());
            Files.delete(installation.former().resolve(OWNER));
            Folders.delete(obsolete);
            Folders.delete(installation.failed());
        }
    }

    /** Nothing was changed after all. */
    synchronized void dropped() throws IOException {
        if (begun) {
            begun = false;
            Path incomplete = installation.home().resolve(INCOMPLETE);
            Files.move(installation.changing(), incomplete);
            Folders.delete(incomplete);
        }
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> entries = Files.list(installation.home())) {
            return entries.filter(entry -> !NO_PART.contains(entry.getFileName().toString()))
                    .toList();
        }
    }
}
