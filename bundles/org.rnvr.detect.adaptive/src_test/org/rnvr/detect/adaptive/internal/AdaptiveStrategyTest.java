package org.rnvr.detect.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.WatchedSession;

class AdaptiveStrategyTest {

    private final AdaptiveStrategy strategy = new AdaptiveStrategy();
    private long now;

    @Test
    void whatWasLearnedOfACameraOutlivesItsSession() {
        Random random = new Random(3);
        SimulatedCamera first = session("gate");
        first.run(Duration.ofHours(1), Intervals.paused(random, 40, 60, () -> 900));
        now = first.now();
        assertTrue(cut("gate", random) > 900);
        assertTrue(cut("yard", random) < 500, "of another camera nothing is known");
    }

    @Test
    void camerasRememberedAreBounded() {
        for (int i = 0; i < 3 * AdaptiveStrategy.CAMERAS_MAX; i++) {
            session("camera" + i);
        }
        assertEquals(AdaptiveStrategy.CAMERAS_MAX, strategy.cameras());
    }

    private long cut(String camera, Random random) {
        SimulatedCamera session = session(camera);
        session.run(Duration.ofSeconds(5), Intervals.steady(random, 40));
        long silence = session.cut(Duration.ofSeconds(3)).orElseThrow();
        now = session.now();
        return silence / 1_000_000;
    }

    private SimulatedCamera session(String camera) {
        return new SimulatedCamera(strategy.watch(new WatchedSession(camera, 1, StreamingSettings.DEFAULT, now)), now);
    }
}
