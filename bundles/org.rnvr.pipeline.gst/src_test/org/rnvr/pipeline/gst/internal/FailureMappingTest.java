package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.SessionFailure;

/** With the messages of GStreamer 1.22 as they were seen. */
class FailureMappingTest {

    private static final String RESOURCE = "gst-resource-error-quark";

    @ParameterizedTest
    @CsvSource({
        "15, gst_rtspsrc_setup_auth (): Unauthorized (401), UNAUTHORIZED",
        "15, gst_rtspsrc_send (): no more methods, UNAUTHORIZED",
        "7, Error (403): Forbidden, UNAUTHORIZED",
        "3, Not Found (404), NOT_FOUND",
        "3, no status, NOT_FOUND",
        "10, Error (453): Not Enough Bandwidth, BUSY",
        "10, Error (503): Service Unavailable, BUSY",
        "9, Session Not Found (454), NOT_FOUND",
        "9, Internal (500), PROTOCOL",
        "9, Could not receive message. (Parse error), PROTOCOL",
        "9, Could not receive message. (Timeout while waiting for server response), UNREACHABLE",
        "9, Could not receive message. (Received end-of-file), ENDED",
    })
    void aStatusOrResultHasItsKind(int code, String debug, FailureKind kind) {
        assertEquals(
                kind, map(error(RESOURCE, code, debug), false).orElseThrow().kind());
    }

    @Test
    void aFailedConnectionNeedsALookAtTheNetwork() {
        assertTrue(map(error(RESOURCE, 7, "Failed to connect. (Generic error)"), false)
                .isEmpty());
    }

    @Test
    void whateverHappensAfterTheFirstFrameEndsTheSession() {
        assertEquals(
                FailureKind.ENDED,
                map(error(RESOURCE, 7, "The server closed the connection."), true)
                        .orElseThrow()
                        .kind());
        assertEquals(
                FailureKind.ENDED,
                map(error("gst-stream-error-quark", 1, "streaming stopped, reason error (-5)"), true)
                        .orElseThrow()
                        .kind());
    }

    @Test
    void anotherCodecIsNamed() {
        SessionFailure failure = FailureMapping.failure(
                        error("gst-stream-error-quark", 6, "No supported stream was found."),
                        false,
                        Optional.of("JPEG"))
                .orElseThrow();
        assertEquals(FailureKind.UNSUPPORTED_MEDIA, failure.kind());
        assertTrue(failure.text().contains("JPEG"), failure.text());
    }

    @Test
    void blockedUdpIsUnreachable() {
        assertEquals(
                FailureKind.UNREACHABLE,
                map(
                                error(
                                        RESOURCE,
                                        9,
                                        "Could not receive any UDP packets for 5.0000 seconds, maybe your firewall is"
                                                + " blocking it. No other protocols to try."),
                                false)
                        .orElseThrow()
                        .kind());
    }

    private static Optional<SessionFailure> map(PartMessage error, boolean streaming) {
        return FailureMapping.failure(error, streaming, Optional.empty());
    }

    private static PartMessage error(String domain, int code, String debug) {
        return new PartMessage("session-1", "source", PartMessage.Kind.ERROR, domain, code, "text", debug);
    }
}
