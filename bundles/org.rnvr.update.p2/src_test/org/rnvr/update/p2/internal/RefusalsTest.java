package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ConnectException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.junit.jupiter.api.Test;
import org.rnvr.update.Refusal;
import org.rnvr.update.Refusal.Reason;

class RefusalsTest {

    private static final String BUNDLE = "org.rnvr.update.p2";
    private static final IStatus MISMATCH = new Status(
            IStatus.ERROR,
            BUNDLE,
            ProvisionException.ARTIFACT_MD5_NOT_MATCH,
            "Problems downloading artifact: osgi.bundle,com.example,1.0.0.",
            null);
    private static final IStatus UNANSWERED = new Status(
            IStatus.ERROR, BUNDLE, "Unable to connect to http://127.0.0.1/other.jar", new ConnectException());

    @Test
    void whatIsNotWhatItShouldBeIsSaidToDiffer() {
        Refusal refusal = refusal(MISMATCH);
        assertEquals(Reason.WRONG_CHECKSUM, refusal.reason());
        assertEquals(
                "com.example 1.0.0 is not what the repository says it is: its checksum differs.", refusal.message());
    }

    @Test
    void whatWasOnItsWayWhenTheServerWentAwayIsCutOff() {
        Refusal refusal = refusal(MISMATCH, UNANSWERED);
        assertEquals(Reason.UNREACHABLE, refusal.reason());
        assertEquals(
                "com.example 1.0.0 could not be fetched whole: its server does not answer."
                        + " Unable to connect to http://127.0.0.1/other.jar",
                refusal.message());
    }

    private static Refusal refusal(IStatus... problems) {
        return Refusals.of(new MultiStatus(BUNDLE, 0, problems, "An error occurred", null))
                .refusals()
                .get(0);
    }
}
