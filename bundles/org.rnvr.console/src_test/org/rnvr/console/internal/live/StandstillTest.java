package org.rnvr.console.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

/** In simulated milliseconds. */
class StandstillTest {

    private static final int TOLD = 32;

    /** From a frame to its picture. */
    private static final long DECODING = 20;

    private final List<Long> frames = new ArrayList<>();
    private final List<Long> pictures = new ArrayList<>();
    private long now;

    private void frame(long interval) {
        now += interval;
        frames.add(now);
    }

    /** Frames come, and a picture of each, which never stands still. */
    private void flow(int count, long interval) {
        for (int i = 0; i < count; i++) {
            frame(interval);
            assertEquals(Optional.empty(), since(), "before picture " + i);
            pictures.add(now + DECODING);
        }
    }

    /** Frames come, and no picture. */
    private long flowUntilTold(long interval) {
        long began = now;
        while (since().isEmpty() && now < began + 1_000_000) {
            frame(interval);
        }
        assertEquals(Optional.of(nanos(pictures.get(pictures.size() - 1))), since());
        return now - began;
    }

    private Optional<Long> since() {
        Arrivals arrivals = newest(frames);
        long last = nanos(frames.get(frames.size() - 1));
        return Standstill.since(new Vitals.Track(frames.size(), 1, 1000, last, last, arrivals), newest(pictures));
    }

    private static Arrivals newest(List<Long> all) {
        return Arrivals.of(all.stream()
                .skip(Math.max(0, all.size() - TOLD))
                .mapToLong(StandstillTest::nanos)
                .toArray());
    }

    private static long nanos(long millis) {
        return millis * 1_000_000;
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 40, 100, 200})
    void itIsToldWithinASecondAndAFrame(long interval) {
        flow(100, interval);
        long told = flowUntilTold(interval);
        assertTrue(told >= 1000 && told <= 1000 + DECODING + interval, told + " ms");
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 1000, 4000, 20_000})
    void aSlowCameraHasAFewFramesTime(long interval) {
        flow(10, interval);
        assertEquals((Standstill.INTERVALS + 1) * interval, flowUntilTold(interval));
    }

    /** The frames that arrive are those of the first stream. */
    @Test
    void aSlowSecondStreamHasAFewPicturesTime() {
        for (int i = 0; i < 300; i++) {
            frame(40);
            if (i % 50 == 0) {
                pictures.add(now);
            }
            assertTrue(i < 51 || since().isEmpty(), "at frame " + i);
        }
        assertEquals(Standstill.INTERVALS * 50 - 49, flowUntilTold(40) / 40);
    }

    @Test
    void thatItStoodStillBeforeChangesNothing() {
        flow(100, 40);
        flowUntilTold(40);
        for (int i = 0; i < 1500; i++) {
            frame(40);
        }
        pictures.add(now + DECODING);
        flow(4, 40);
        assertEquals(1040, flowUntilTold(40));
    }

    @Test
    void ofAPictureThatWaitsForFramesNothingIsSaid() {
        flow(100, 40);
        now += 60_000;
        assertEquals(Optional.empty(), since());
    }

    @Test
    void whatNeverHadAPictureDoesNotStandStill() {
        for (int i = 0; i < 100; i++) {
            frame(40);
        }
        assertEquals(Optional.empty(), since());
    }
}
