package org.rnvr.detect.adaptive.internal;

import java.time.Duration;

/**
 * What was learned of one track of a camera over all its sessions. The tail of its pauses depends on its frame rate, so that
 * there is one for each octave of the typical interval: a camera that sends fewer frames at night inherits nothing from its
 * day and forgets nothing of it. Durations in nanoseconds.
 */
final class TrackRhythm {

    /**
     * No threshold is less. A stretch in which this machine stood still counts for 150 ms, so that with what passes before
     * and after it until media are read, no such stretch reaches this.
     */
    static final long LEAST = Duration.ofMillis(300).toNanos();

    /** The threshold while the camera is not known. */
    static final long UNKNOWN = Duration.ofMillis(1200).toNanos();

    /** What must have been seen of a camera until it counts as known. */
    static final long ACQUAINTANCE = Duration.ofSeconds(1).toNanos();

    /** A silence of less than two intervals is one late frame. */
    private static final double INTERVALS_LEAST = 2.2;

    /** A pause longer than both is taken for a loss unless the camera proved to be reachable in it. */
    private static final long LOSS = Duration.ofSeconds(2).toNanos();

    private static final long LOSS_INTERVALS = 4;

    /** No pause beyond this is taken for one of a camera that is all right. */
    private static final long LOSS_SURELY = Duration.ofSeconds(10).toNanos();

    /**
     * How long a pause that was suspected is not learned yet for what is found of the path. A look that began in it takes a
     * second when nothing answers, and one that began later, when the path was back, ends before it.
     */
    private static final long DOUBT = Duration.ofMillis(1500).toNanos();

    private static final int FIRST_OCTAVE = 23;
    private static final int OCTAVES = 13;

    /** How far the typical interval may leave its octave before another one is chosen. */
    private static final double BEYOND_OCTAVE = 1.25;

    private final RecentIntervals recent = new RecentIntervals();
    private final PauseTail[] tails = new PauseTail[OCTAVES];
    private Promise promise;
    private PauseTail tail;
    private double octaveFrom;
    private double octaveTo;
    private PauseTail doubting;
    private Path doubtedPath = Path.UNKNOWN;
    private long doubtful;
    private long doubted;
    private long watched;
    private long threshold = UNKNOWN;

    TrackRhythm(Promise promise) {
        this.promise = promise;
        tail = tail(FIRST_OCTAVE);
    }

    /** Holds the track to a promise from now on. */
    void keep(Promise other) {
        promise = other;
        for (PauseTail known : tails) {
            if (known != null) {
                known.keep(other);
            }
        }
        settle();
    }

    /**
     * Media arrived.
     *
     * @param pause the longest interval that ended
     * @param others how many other intervals ended
     * @param othersSpan how long they took together
     * @param path what was found meanwhile of the path to the camera
     */
    void learn(long pause, int others, long othersSpan, Path path) {
        boolean surprise = pause >= threshold;
        if (path != Path.BROKEN) {
            recent.addPause(pause);
        }
        long flow = others > 0 ? othersSpan / others : 0;
        if (others > 0) {
            recent.addFlow(flow, others);
        }
        PauseTail before = tail;
        chooseTail(recent.typical());
        // A pause that begins a slower rhythm was a surprise in the former one, and that one must learn of it.
        PauseTail learner = surprise ? before : tail;
        waitForDoubt(pause + othersSpan);
        if (surprise && path != Path.BROKEN) {
            endDoubt(doubtedPath);
            doubtful = pause;
            doubting = learner;
            doubted = 0;
            doubtedPath = path;
        } else {
            learn(pause, path, learner);
        }
        if (others > 0) {
            tail.learn(flow, others);
            tail.pass(othersSpan);
            watched += othersSpan;
        }
        settle();
    }

    /** The path to the camera was looked at, perhaps since before the last pause ended. */
    void pathProbed(boolean answered) {
        if (answered) {
            doubtedPath = Path.ANSWERS;
        } else {
            endDoubt(Path.BROKEN);
        }
    }

    /** The silence from which on the track is suspected. */
    long threshold() {
        return threshold;
    }

    /** Whether enough was seen for the threshold to be what was promised. */
    boolean isKnown() {
        return watched >= ACQUAINTANCE && recent.isFull();
    }

    /** Suspicion of a silence, as {@link PauseTail#suspicion}. */
    double suspicion(long silence) {
        return tail.suspicion(silence);
    }

    private void waitForDoubt(long nanos) {
        doubted += nanos;
        if (doubted >= DOUBT) {
            endDoubt(doubtedPath);
        }
    }

    private void endDoubt(Path path) {
        if (doubting != null) {
            learn(doubtful, path, doubting);
            doubting = null;
            settle();
        }
    }

    private void learn(long pause, Path path, PauseTail learner) {
        if (path != Path.BROKEN && pause <= longestPause(path)) {
            learner.learn(pause, 1);
            learner.pass(pause);
            watched += pause;
        }
    }

    private long longestPause(Path path) {
        long unlooked = Math.max(threshold, Math.max(LOSS, LOSS_INTERVALS * recent.typical()));
        return path == Path.ANSWERS ? Math.max(LOSS_SURELY, unlooked) : unlooked;
    }

    private void chooseTail(long typical) {
        if (typical >= octaveFrom && typical <= octaveTo) {
            return;
        }
        int octave = Math.max(FIRST_OCTAVE, Math.min(FIRST_OCTAVE + OCTAVES - 1, LogScale.octave(typical)));
        octaveFrom = octave == FIRST_OCTAVE ? 0 : (1L << octave) / BEYOND_OCTAVE;
        octaveTo = octave == FIRST_OCTAVE + OCTAVES - 1 ? Double.MAX_VALUE : (1L << octave + 1) * BEYOND_OCTAVE;
        tail = tail(octave);
    }

    private PauseTail tail(int octave) {
        int index = octave - FIRST_OCTAVE;
        if (tails[index] == null) {
            tails[index] = new PauseTail(promise);
        }
        return tails[index];
    }

    private void settle() {
        long least = Math.max(isKnown() ? LEAST : UNKNOWN, (long) (INTERVALS_LEAST * recent.typical()));
        threshold = Math.max(least, Math.min(LOSS_SURELY, tail.threshold()));
    }

    /** What was found of the path to a camera during a pause. */
    enum Path {
        /** Nothing. */
        UNKNOWN,
        /** The camera answered whenever it was asked. */
        ANSWERS,
        /** The camera did not answer. */
        BROKEN
    }
}
