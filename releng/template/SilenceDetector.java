package com.example.rnvr.reachability;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;

/** Measures the silence of one session. */
final class SilenceDetector implements Detector {

    private static final long SUSPECT = TimeUnit.SECONDS.toNanos(2);
    private static final long DEAD = TimeUnit.SECONDS.toNanos(4);

    private long lastMedia;

    SilenceDetector(long nanos) {
        lastMedia = nanos;
    }

    @Override
    public Assessment observe(Observation observation) {
        if (observation instanceof MediaArrived media) {
            lastMedia = media.lastArrivalNanos();
        }
        long silence = observation.nanos() - lastMedia;
        if (silence < SUSPECT) {
            return Assessment.HEALTHY;
        }
        String reason = String.format(Locale.ROOT, "Silent for %.1f s.", silence / 1e9);
        return new Assessment(
                silence < DEAD ? Grade.SUSPECT : Grade.DEAD, (double) silence / SUSPECT, reason, Set.of());
    }
}
