package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.WatchedSession;

/** Strategies whose results are known beforehand. */
final class Strategies {

    private Strategies() {}

    /** Suspects and declares after fixed silences. */
    static DetectionStrategy timeout(Duration suspect, Duration dead) {
        return strategy(session -> new Timeout(session.nanos(), suspect.toNanos(), dead.toNanos()));
    }

    /** Of detectors that are all the same function of the observation. */
    static DetectionStrategy strategy(Function<WatchedSession, Detector> detectors) {
        return new DetectionStrategy() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public Detector watch(WatchedSession session) {
                return detectors.apply(session);
            }
        };
    }

    private static final class Timeout implements Detector {

        private final long suspect;
        private final long dead;
        private long lastMedia;

        Timeout(long nanos, long suspect, long dead) {
            lastMedia = nanos;
            this.suspect = suspect;
            this.dead = dead;
        }

        @Override
        public Assessment observe(Observation observation) {
            if (observation instanceof MediaArrived media) {
                lastMedia = media.lastArrivalNanos();
            }
            long silence = observation.nanos() - lastMedia;
            if (silence < suspect) {
                return Assessment.HEALTHY;
            }
            return new Assessment(silence < dead ? Grade.SUSPECT : Grade.DEAD, 1, "Silent.", Set.of());
        }
    }
}
