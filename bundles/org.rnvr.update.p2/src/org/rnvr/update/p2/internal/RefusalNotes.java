package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.rnvr.event.UpdateRefused;

/** What was refused to a process without a journal, as the command line is, for those that have one: a file has the last. */
final class RefusalNotes {

    private final Path file;
    private Optional<FileMark> known;

    /** From now on they are heard of. */
    RefusalNotes(Path file) throws IOException {
        this.file = file;
        known = mark();
    }

    /** Leaves one. */
    static void leave(Path file, UpdateRefused refused) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                whole,
                "feature=" + refused.feature() + "\nreason=" + refused.reason().replaceAll("\\R", " ") + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** One that was not heard of yet. */
    Optional<UpdateRefused> next() throws IOException {
        Optional<FileMark> now = mark();
        if (now.equals(known)) {
            return Optional.empty();
        }
        known = now;
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> fields = PendingUpdate.fields(file);
        return Optional.of(new UpdateRefused(
                UpdateComponent.now(), fields.getOrDefault("feature", ""), fields.getOrDefault("reason", "")));
    }

    private Optional<FileMark> mark() throws IOException {
        return Files.exists(file) ? Optional.of(FileMark.of(file)) : Optional.empty();
    }
}
