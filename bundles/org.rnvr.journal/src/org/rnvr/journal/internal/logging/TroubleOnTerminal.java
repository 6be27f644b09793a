package org.rnvr.journal.internal.logging;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import java.util.HashSet;
import java.util.Set;
import org.rnvr.journal.internal.Redaction;

/** Tells on the standard error what keeps logging itself from working, each trouble once. */
final class TroubleOnTerminal implements StatusListener {

    private static final int DIFFERENT_AT_MOST = 50;

    private final Set<String> told = new HashSet<>();

    @Override
    public synchronized void addStatusEvent(Status status) {
        if (status.getThrowable() instanceof InterruptedException) {
            return; // logback's way to end its own thread; the clean-up is done again at the next start
        }
        if (status.getEffectiveLevel() >= Status.ERROR
                && told.size() < DIFFERENT_AT_MOST
                && told.add(status.getMessage())) {
            Throwable cause = status.getThrowable();
            System.err.println(Redaction.of("logging: " + status.getMessage() + (cause == null ? "" : ": " + cause)));
        }
    }
}
