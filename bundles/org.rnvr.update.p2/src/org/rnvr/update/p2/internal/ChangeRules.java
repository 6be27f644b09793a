package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.rnvr.update.Refusal.Reason;
import org.rnvr.update.UpdateRefusedException;

/** Whether an installation may be changed by this process now. */
final class ChangeRules {

    private final Installation installation;
    private final Predicate<Path> isWritable;

    /**
     * Of an installation.
     *
     * @param isWritable whether this process may write to a file or folder
     */
    ChangeRules(Installation installation, Predicate<Path> isWritable) {
        this.installation = installation;
        this.isWritable = isWritable;
    }

    void check() throws UpdateRefusedException, IOException {
        Path home = installation.home();
        if (!installation.changed().allMatch(isWritable)) {
            throw Refusals.of(
                    Reason.NOT_WRITABLE,
                    ("The installation %s cannot be written to by this user. Become the user that may (sudo), use the"
                                    + " package manager by which it was installed, or drop the plugin's jar into the"
                                    + " folder dropins of the data folder.")
                            .formatted(home));
        }
        if (Snapshot.isUnderWay(installation)) {
            throw Refusals.of(Reason.BUSY, "Another change of the installation %s is under way.".formatted(home));
        }
        if (Snapshot.isCutOff(installation)) {
            throw Refusals.of(
                    Reason.BUSY,
                    "A change of the installation %s was cut off. Start rnvr, which brings back what was before, and try again."
                            .formatted(home));
        }
    }
}
