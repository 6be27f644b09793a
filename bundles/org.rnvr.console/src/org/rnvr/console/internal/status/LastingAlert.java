package org.rnvr.console.internal.status;

import java.time.Instant;
import java.util.Objects;

/**
 * A trouble that lasts.
 *
 * @param trouble what is wrong, as it was last seen
 * @param since when it began
 * @param acknowledged whether the operator said that it is known
 */
record LastingAlert(Trouble trouble, Instant since, boolean acknowledged) {
    LastingAlert {
        Objects.requireNonNull(trouble);
        Objects.requireNonNull(since);
    }

    /** What and of what, in one line. */
    String headline() {
        return trouble.key().kind().words() + ": " + trouble.key().name();
    }
}
