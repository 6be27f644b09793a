package org.rnvr.detection.testkit.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;

/** What a strategy said in a run, to be held against what it says when shown the same again. For one thread at a time. */
final class Judgements {

    private static final long PROBE = 1L << 40;
    private static final Judgements NONE = new Judgements(null, text -> {});

    private final Judgements before;
    private final Consumer<String> misbehaviour;
    private long[] said = new long[1024];
    private int count;
    private boolean differs;

    private Judgements(Judgements before, Consumer<String> misbehaviour) {
        this.before = before;
        this.misbehaviour = misbehaviour;
    }

    /** Of a first run. */
    static Judgements first() {
        return new Judgements(NONE, text -> {});
    }

    /** Of a run that should be the same. */
    Judgements again(Consumer<String> told) {
        return new Judgements(this, told);
    }

    void add(Observation observation, Assessment assessment) {
        long digest = digest(assessment);
        if (before == NONE) {
            if (count == said.length) {
                said = Arrays.copyOf(said, 2 * count);
            }
            said[count] = digest;
        } else if (!differs && (count >= before.count || before.said[count] != digest)) {
            differs = true;
            misbehaviour.accept(String.format(
                    Locale.ROOT,
                    "Judges otherwise when shown the same again: first at %.3f s, where it says %s%s.",
                    observation.nanos() / 1e9,
                    assessment.grade(),
                    assessment.reason().isEmpty() ? "" : " '" + assessment.reason() + "'"));
        }
        count++;
    }

    /** The run is over. */
    void end() {
        if (!differs && count != before.count) {
            misbehaviour.accept("Judges otherwise when shown the same again: it was shown " + before.count
                    + " observations, then " + count + ".");
        }
    }

    private static long digest(Assessment assessment) {
        long digest = assessment.grade().ordinal();
        digest = 31 * digest + Double.hashCode(assessment.level());
        digest = 31 * digest + assessment.reason().hashCode();
        for (Probe probe : assessment.probes()) {
            digest += PROBE << probe.ordinal();
        }
        return 31 * digest + assessment.patience().hashCode();
    }
}
