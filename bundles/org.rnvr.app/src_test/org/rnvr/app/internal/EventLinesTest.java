package org.rnvr.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.event.Alert;
import org.rnvr.event.ConfigChanged;
import org.rnvr.event.Lost;
import org.rnvr.event.Moment;
import org.rnvr.event.Reconnecting;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentClosed;
import org.rnvr.event.SegmentsDeleted;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.Streaming;

class EventLinesTest {

    private static final Instant TIME = Instant.parse("2026-03-29T01:02:03.004Z");
    private static final Moment AT = new Moment(TIME, 7);

    private final EventLines lines = new EventLines(ZoneOffset.UTC);

    @Test
    void aChangeOfACameraIsOneLineWithTimeAndCamera() {
        assertLine(
                "01:02:03.004 front: streaming h264 1280x720 over tcp, first picture after 1500 ms",
                new Streaming(AT, "front", 1, "h264", 1280, 720, "tcp", 1500));
        assertLine(
                "01:02:03.004 front: LOST after 12345 ms without media (keepalive): no answer",
                new Lost(AT, "front", "keepalive", 12_345, "no answer"));
        assertLine("01:02:03.004 front: trying again in 250 ms (attempt 2)", new Reconnecting(AT, "front", 2, 250));
        assertLine(
                "01:02:03.004 front: finished front.mp4 (61.5 s, 12.3 MB, rotation)",
                new SegmentClosed(
                        AT,
                        "front",
                        Path.of("/r/front.mp4"),
                        TIME.minusMillis(61_500),
                        TIME,
                        12_345_678,
                        1537,
                        "rotation"));
    }

    @Test
    void aChangeOfTheSystemHasNoCamera() {
        assertLine(
                "01:02:03.004 detection strategy keepalive 0.1.0 is active",
                new StrategyAdded(AT, "keepalive", "org.rnvr.detect.keepalive", "0.1.0"));
    }

    @Test
    void whatWasDeletedIsToldByItsDays() {
        assertLine(
                "01:02:03.004 deleted 1200 files (12.3 MB) from 2026-10-01 00:00 to 2026-10-02 03:04 (space)",
                new SegmentsDeleted(
                        AT,
                        1200,
                        12_345_678,
                        Instant.parse("2026-10-01T00:00:00Z"),
                        Instant.parse("2026-10-02T03:04:05Z"),
                        "space"));
    }

    @Test
    void anAlertStandsOutAndHasACameraIfItIsOfOne() {
        assertLine(
                "01:02:03.004 front: ALERT: No video for 5 s.",
                new Alert(AT, Optional.of("front"), "camera_lost", "No video for 5 s."));
        assertLine(
                "01:02:03.004 ALERT: The network is down.",
                new Alert(AT, Optional.empty(), "network", "The network is down."));
    }

    @Test
    void whatIsNoChangeOfStateIsNoLine() {
        assertEquals(Optional.empty(), lines.line(new ConfigChanged(AT, "ui.theme", "light")));
    }

    private void assertLine(String expected, RnvrEvent event) {
        assertEquals(Optional.of(expected), lines.line(event));
    }
}
