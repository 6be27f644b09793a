package org.rnvr.console.internal.health;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

/**
 * The last minute of one camera: the times between its frames, in milliseconds, and how much each strategy suspected it. All
 * times are those of {@link System#nanoTime()} or a simulated counterpart. Not safe for several threads.
 */
final class Trace {

    /** How far back it goes. */
    static final Duration LENGTH = Duration.ofSeconds(60);

    private static final int FRAMES_MAX = 60 * 120;
    private static final int LEVELS_MAX = 60 * 10;
    private static final double NANOS_PER_MS = 1e6;

    private final Ring gaps = new Ring(FRAMES_MAX);
    private final Map<String, Ring> levels = new TreeMap<>();
    private long session = -1;
    private long frames;
    private long last;
    private boolean begun;

    /** The times between frames, each at the arrival of the later one. */
    Ring gaps() {
        return gaps;
    }

    /** The levels of each strategy. */
    Map<String, Ring> levels() {
        return Collections.unmodifiableMap(levels);
    }

    /**
     * Takes in what arrived. Frames that came and went between two calls leave a hole: no time between frames is claimed
     * there.
     */
    void arrived(long ofSession, Vitals.Track track) {
        long before = ofSession == session ? frames : 0;
        session = ofSession;
        frames = track.frames();
        Arrivals recent = track.recent();
        boolean hole = frames - before > recent.count();
        for (int i = 0; i < recent.count(); i++) {
            long arrival = recent.nanos(i);
            if (begun && arrival - last <= 0) {
                continue;
            }
            if (begun && !hole) {
                gaps.add(arrival, (arrival - last) / NANOS_PER_MS);
            }
            hole = false;
            begun = true;
            last = arrival;
        }
    }

    /** Takes in what strategies think. */
    void thought(Collection<StrategyAssessment> assessments, long now) {
        for (StrategyAssessment said : assessments) {
            double level = said.assessment().level();
            if (Double.isFinite(level)) {
                levels.computeIfAbsent(said.strategy(), name -> new Ring(LEVELS_MAX))
                        .add(now, level);
            }
        }
    }

    /** Forgets what is older than {@link #LENGTH}. */
    void forget(long now) {
        long oldest = now - LENGTH.toNanos();
        gaps.forgetBefore(oldest);
        levels.values().forEach(ring -> ring.forgetBefore(oldest));
        levels.values().removeIf(ring -> ring.size() == 0);
    }

    /** For how long nothing has come, in milliseconds; empty while nothing ever has. */
    OptionalDouble silence(long now) {
        return begun ? OptionalDouble.of(Math.max(0, now - last) / NANOS_PER_MS) : OptionalDouble.empty();
    }

    /** The middle of the times between frames; empty without any. */
    OptionalDouble median() {
        double[] sorted = sorted();
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length / 2]);
    }

    /** The longest time between frames, or since the last one; empty without any. */
    OptionalDouble longest(long now) {
        OptionalDouble silence = silence(now);
        return gaps.size() == 0
                ? silence
                : OptionalDouble.of(Math.max(
                        silence.orElse(0), Arrays.stream(sorted()).max().orElse(0)));
    }

    private double[] sorted() {
        double[] values = new double[gaps.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = gaps.value(i);
        }
        Arrays.sort(values);
        return values;
    }
}
