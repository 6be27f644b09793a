package org.rnvr.detect.buffering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;

class MediaLagTest {

    private final MediaLag lag = new MediaLag();

    @Test
    void isUnknownBeforeTheFirstFrame() {
        assertEquals(OptionalLong.empty(), lag.at(0));
    }

    @Test
    void frameShownBeforeTheNewestSaysNothing() {
        frame(0, 0);
        frame(40, 160);
        frame(80, 80);
        assertLag(0, 80);
        frame(120, 120);
        assertLag(0, 120);
        frame(160, 200);
        assertLag(80, 160);
    }

    @Test
    void newestMediaGrowOlderOnceTheNextFrameIsOverdue() {
        for (int time = 0; time <= 400; time += 40) {
            frame(time, time);
        }
        assertLag(0, 440);
        assertLag(60, 500);
    }

    private void frame(long arrival, long presentation) {
        lag.arrived(new MediaArrived(
                nanos(arrival), Track.VIDEO, 1, 0, 1000, nanos(arrival), nanos(40), nanos(presentation)));
    }

    /** To the millisecond: what a clock may run slow is less in so short a time. */
    private void assertLag(long millis, long now) {
        assertEquals(millis, lag.at(nanos(now)).orElseThrow() / 1e6, 0.5);
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
