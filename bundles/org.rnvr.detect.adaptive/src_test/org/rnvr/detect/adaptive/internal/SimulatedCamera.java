package org.rnvr.detect.adaptive.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;

/** A camera and the monitor before it, in simulated time: what arrives is shown to a detector every 50 ms. */
final class SimulatedCamera {

    static final long TICK = 50_000_000;

    /** How long the monitor's look at the path takes when the camera answers, and when it does not. */
    private static final long ANSWER = 5_000_000;

    private static final long NO_ANSWER = 1_000_000_000;

    /** The path to the camera; a cut path answers nothing. */
    boolean pathUp = true;

    private final Detector detector;
    private final List<Long> silences = new ArrayList<>();
    private long now;
    private long lastShown;
    private long nextArrival;
    private boolean suspected;
    private OptionalLong probeEnds = OptionalLong.empty();
    private boolean probeAnswer;
    private Assessment last = Assessment.HEALTHY;
    private boolean any;

    SimulatedCamera(Detector detector, long nanos) {
        this.detector = detector;
        now = nanos;
        lastShown = nanos;
        nextArrival = nanos;
    }

    /** Goes on for so long, with frames at these intervals in milliseconds. */
    void run(Duration time, DoubleSupplier intervals) {
        long end = now + time.toNanos();
        while (now < end) {
            now += TICK;
            long frames = 0;
            long longest = 0;
            long before = lastShown;
            while (nextArrival <= now) {
                longest = any ? Math.max(longest, nextArrival - before) : 0;
                any = true;
                before = nextArrival;
                frames++;
                nextArrival += (long) (intervals.getAsDouble() * 1e6);
            }
            if (frames > 0) {
                lastShown = before;
                show(new MediaArrived(now, Track.VIDEO, frames, 0, frames * 1000, before, longest, 0));
            }
            show(new Observation.Tick(now));
            look();
        }
    }

    /** Nothing arrives for so long, counted from the last frame; what the camera sends then comes at once. */
    void pause(Duration silence, boolean heldBack, double interval) {
        nextArrival = lastShown + silence.toNanos();
        double[] owed = {heldBack ? silence.toMillis() / interval : 0};
        run(Duration.ofNanos(nextArrival - now + TICK), () -> owed[0]-- > 1 ? 0.1 : interval);
    }

    /**
     * This machine stands still, which the monitor's time counts for 150 ms. What the camera sent meanwhile is there so many
     * milliseconds after the monitor goes on.
     */
    void standStill(long later) {
        now += 3 * TICK;
        nextArrival = now + later * 1_000_000;
        show(new Observation.Tick(now));
    }

    /** Nothing arrives any more; the silence at which that was suspected. */
    OptionalLong cut(Duration limit) {
        int before = silences.size();
        nextArrival = Long.MAX_VALUE;
        pathUp = false;
        run(limit, () -> 0);
        return silences.size() > before ? OptionalLong.of(silences.get(before)) : OptionalLong.empty();
    }

    /** How often the camera was suspected. */
    int suspicions() {
        return silences.size();
    }

    Assessment last() {
        return last;
    }

    long now() {
        return now;
    }

    private void show(Observation observation) {
        last = detector.observe(observation);
        boolean suspect = last.grade() == Grade.SUSPECT;
        if (suspect && !suspected) {
            silences.add(now - lastShown);
            probeAnswer = pathUp;
            probeEnds = OptionalLong.of(now + (pathUp ? ANSWER : NO_ANSWER));
        }
        suspected = suspect;
    }

    private void look() {
        if (probeEnds.isPresent() && now >= probeEnds.getAsLong()) {
            probeEnds = OptionalLong.empty();
            show(new Observation.PathProbed(now, probeAnswer, ""));
        }
    }
}
