package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

@Timeout(60)
class TrackVitalsTest {

    private static final int READS = 200_000;

    private final TrackVitals vitals = new TrackVitals();

    @Test
    void nothingCame() {
        assertEquals(new Vitals.Track(0, 0, 0, 0, 0, Arrivals.NONE), vitals.read());
        assertEquals(0, vitals.count());
    }

    @Test
    void theNewestArrivalsAreTold() {
        for (int frame = 0; frame < 1000; frame++) {
            vitals.arrived(frame % 25 == 0, 100, 40L * frame, 7L * frame);
            Vitals.Track track = vitals.read();
            assertEquals(frame + 1, track.frames());
            assertEquals(frame / 25 + 1, track.keyFrames());
            assertEquals(100L * (frame + 1), track.bytes());
            assertEquals(40L * frame, track.lastPresentationNanos());
            assertEquals(7L * frame, track.lastArrivalNanos());
            assertEquals(7L * frame, vitals.lastArrivalNanos());
            int told = Math.min(frame + 1, TrackVitals.TOLD);
            assertEquals(told, track.recent().count());
            for (int i = 0; i < told; i++) {
                assertEquals(7L * (frame - told + 1 + i), track.recent().nanos(i));
            }
        }
    }

    @Test
    void timesMayBeNegative() {
        vitals.arrived(true, 1, 0, -5);
        vitals.arrived(true, 1, 0, -3);
        assertEquals(Arrivals.of(-5, -3), vitals.read().recent());
        assertEquals(-3, vitals.lastArrivalNanos());
    }

    @Test
    void whatIsReadBesideTheWriterIsWhole() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            for (long frame = 1; !Thread.currentThread().isInterrupted(); frame++) {
                vitals.arrived(true, 1, frame, frame);
                begun.countDown();
                for (int i = 0; i < 20; i++) {
                    Thread.onSpinWait();
                }
            }
        });
        writer.start();
        try {
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            for (int read = 0; read < READS; read++) {
                Vitals.Track track = vitals.read();
                int count = track.recent().count();
                assertEquals(Math.min(track.frames(), TrackVitals.TOLD), count);
                for (int i = 0; i < count; i++) {
                    assertEquals(track.frames() - count + 1 + i, track.recent().nanos(i));
                }
                assertEquals(track.frames(), track.lastArrivalNanos());
                assertTrue(track.bytes() >= track.frames());
                assertTrue(track.keyFrames() >= track.frames());
                assertTrue(track.lastPresentationNanos() >= track.frames());
            }
        } finally {
            writer.interrupt();
            writer.join();
        }
    }
}
