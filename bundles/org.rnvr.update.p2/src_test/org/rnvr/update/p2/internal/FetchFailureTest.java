package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.junit.jupiter.api.Test;
import org.rnvr.update.Refusal;
import org.rnvr.update.Refusal.Reason;

class FetchFailureTest {

    private static final String ARTIFACT = "com.example 1.0.0";

    @Test
    void whereTheServerIsGoneThatIsSaidWhateverArrivedBefore() {
        Refusal refusal = FetchFailure.of(
                ARTIFACT,
                List.of(
                        error("Problems", new EOFException("zip")),
                        error("Unable to connect to http://127.0.0.1/", new IOException(new ConnectException()))));
        assertEquals(Reason.UNREACHABLE, refusal.reason());
        assertEquals(
                "com.example 1.0.0 could not be fetched whole: its server does not answer."
                        + " Unable to connect to http://127.0.0.1/",
                refusal.message());
    }

    @Test
    void whatEndsTooEarlyIsToldFromWhatIsDamaged() {
        assertEquals("com.example 1.0.0 arrived cut off.", said(new EOFException("zip")));
        assertEquals("com.example 1.0.0 arrived damaged.", said(new IOException("zip")));
    }

    @Test
    void ofAnythingElseItIsSaidWhatP2Says() {
        Refusal refusal = FetchFailure.of(ARTIFACT, List.of(error("Artifact not found", null)));
        assertEquals(Reason.DAMAGED, refusal.reason());
        assertTrue(refusal.message().contains("Artifact not found"), refusal::message);
    }

    private static String said(Exception failure) {
        return FetchFailure.of(ARTIFACT, List.of(error("Problems", failure))).message();
    }

    private static IStatus error(String message, Exception failure) {
        return new Status(IStatus.ERROR, "org.rnvr.update.p2", message, failure);
    }
}
