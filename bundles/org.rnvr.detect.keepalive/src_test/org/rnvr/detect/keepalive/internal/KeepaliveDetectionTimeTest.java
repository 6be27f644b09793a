package org.rnvr.detect.keepalive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.detection.Assessment.Grade;

/** The promised times, over every point of the keep-alive interval at which a path can be cut. */
class KeepaliveDetectionTimeTest {

    private static final long START = 4_000;

    @ParameterizedTest
    @CsvSource({
        "3, true, 40, 3000, 6000",
        "3, false, 40, 3000, 6000",
        "3, true, 200, 3000, 6000",
        "4, true, 40, 4000, 8000",
        "5, true, 40, 5000, 10000",
        "5, false, 40, 5000, 10000",
        "5, true, 200, 5000, 10000",
        "10, true, 40, 10000, 20000"
    })
    void silentCutIsNoticedInTime(int timeout, boolean tcp, long frameInterval, long least, long most) {
        for (long offset = 0; offset < timeout * 1000L; offset += 10) {
            SimulatedCamera camera = SimulatedCamera.cutForEver(START + offset);
            camera.tcp = tcp;
            camera.frameInterval = frameInterval;
            camera.phase = offset * 7 % 50;
            camera.watch(Duration.ofSeconds(timeout), START + offset + 60_000);

            long silence = camera.dead().orElseThrow().silence();
            assertTrue(silence >= least && silence <= most, "noticed after " + silence + " ms, cut at " + camera.cutAt);
            assertTrue(camera.suspect().orElseThrow().silence() <= 2500, "suspected early");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, true, 40, 2000",
        "3, true, 40, 2500",
        "3, true, 40, 3000",
        "3, false, 40, 2000",
        "3, false, 40, 2500",
        "3, false, 40, 3000",
        "3, true, 1000, 3000",
        "3, false, 1000, 3000",
        "4, true, 40, 3000",
        "5, true, 40, 2500",
        "5, true, 40, 3000",
        "5, true, 40, 3500",
        "5, false, 40, 3000",
        "5, true, 1000, 3000"
    })
    void shortCutConvictsNoCamera(int timeout, boolean tcp, long frameInterval, long cutFor) {
        for (long offset = 0; offset < timeout * 1000L; offset += 10) {
            SimulatedCamera camera = new SimulatedCamera(START + offset, cutFor);
            camera.tcp = tcp;
            camera.frameInterval = frameInterval;
            camera.phase = offset * 7 % 50;
            camera.watch(Duration.ofSeconds(timeout), START + offset + 14_000);

            assertEquals(
                    "no verdict",
                    camera.dead().map(Object::toString).orElse("no verdict"),
                    () -> "cut at " + camera.cutAt);
            assertEquals(Grade.HEALTHY, camera.last(), () -> "healthy again after the cut at " + camera.cutAt);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, true", "3, false", "5, true", "5, false"})
    void cameraThatForgotTheSessionDuringAShortCutIsConvictedAfterGrace(int timeout, boolean tcp) {
        for (long offset = 0; offset < timeout * 1000L; offset += 50) {
            SimulatedCamera camera = new SimulatedCamera(START + offset, 2000);
            camera.tcp = tcp;
            camera.survivesCut = false;
            camera.watch(Duration.ofSeconds(timeout), START + offset + 60_000);

            long silence = camera.dead().orElseThrow().silence();
            assertTrue(silence >= 7000 && silence <= 11_500, "noticed after " + silence + " ms");
        }
    }
}
