package org.rnvr.update.p2.internal;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.rnvr.update.Refusal;
import org.rnvr.update.Refusal.Reason;

/** Why an artifact did not arrive: p2 says it once for each artifact that was still to come, and for those who develop it. */
final class FetchFailure {

    private FetchFailure() {}

    /**
     * The refusal for it.
     *
     * @param artifact the first that did not arrive
     * @param all what p2 says
     */
    static Refusal of(String artifact, List<IStatus> all) {
        Optional<IStatus> unanswered =
                all.stream().filter(FetchFailure::isUnanswered).findFirst();
        if (unanswered.isPresent()) {
            return refusal(
                    Reason.UNREACHABLE,
                    artifact,
                    "%s could not be fetched whole: its server does not answer. %s"
                            .formatted(artifact, Refusals.said(unanswered.get())));
        }
        Optional<Throwable> broken = all.stream()
                .map(IStatus::getException)
                .filter(IOException.class::isInstance)
                .findFirst();
        if (broken.isPresent()) {
            String what = broken.get() instanceof EOFException ? "%s arrived cut off." : "%s arrived damaged.";
            return refusal(Reason.DAMAGED, artifact, what.formatted(artifact));
        }
        return refusal(
                Reason.DAMAGED,
                artifact,
                "%s cannot be fetched as it should be: %s".formatted(artifact, Refusals.said(all.get(0))));
    }

    /** Whether nobody answered at the address. */
    static boolean isUnanswered(IStatus status) {
        for (Throwable cause = status.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static Refusal refusal(Reason reason, String artifact, String message) {
        return new Refusal(reason, Optional.of(artifact), Optional.empty(), message);
    }
}
