package org.rnvr.detection.testkit.internal;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.WatchedSession;

/** Passes everything on to a strategy and looks at what it does. For one thread. */
final class Witness implements DetectionStrategy {

    /** What the monitor bears of one strategy on one camera. */
    private static final double BEARS_AT_ONCE = 60;

    private static final double BEARS_PER_NANO = 2.0 / Duration.ofSeconds(1).toNanos();
    private static final int WORSE = 5;

    /** A last one may be held somewhere, for a while. */
    private static final int KEPT_ALLOWED = 2;

    private static final int COLLECTIONS = 5;

    private final DetectionStrategy strategy;
    private final Judgements judgements;
    private final Retained retained;
    private final Calls calls;
    private final Consumer<String> misbehaviour;
    private final List<WeakReference<Detector>> closed = new ArrayList<>();
    private double bears = BEARS_AT_ONCE;
    private long bornAt;
    private boolean flooded;

    Witness(
            DetectionStrategy strategy,
            Judgements judgements,
            Retained retained,
            Calls calls,
            Consumer<String> misbehaviour) {
        this.strategy = strategy;
        this.judgements = judgements;
        this.retained = retained;
        this.calls = calls;
        this.misbehaviour = misbehaviour;
    }

    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public Detector watch(WatchedSession session) {
        calls.enter();
        try {
            Detector detector = strategy.watch(session);
            return detector == null ? null : new Watched(detector);
        } finally {
            calls.leave();
        }
    }

    /** A sentence if closed detectors cannot be collected although nobody needs them. */
    Optional<String> kept() {
        long kept = stillThere();
        for (int i = 0; i < COLLECTIONS && kept > KEPT_ALLOWED; i++) {
            System.gc();
            kept = stillThere();
        }
        return kept <= KEPT_ALLOWED
                ? Optional.empty()
                : Optional.of("Keeps closed detectors: " + kept + " of " + closed.size() + ".");
    }

    private long stillThere() {
        return closed.stream().filter(one -> one.get() != null).count();
    }

    private final class Watched implements Detector {

        private final Detector detector;
        private Grade before = Grade.HEALTHY;

        Watched(Detector detector) {
            this.detector = detector;
        }

        @Override
        public Assessment observe(Observation observation) {
            calls.enter();
            Assessment assessment;
            try {
                assessment = detector.observe(observation);
            } finally {
                calls.leave();
            }
            if (assessment != null) {
                judgements.add(observation, assessment);
                lookAt(assessment, observation.nanos());
            }
            retained.shown();
            return assessment;
        }

        @Override
        public void close() {
            closed.add(new WeakReference<>(detector));
            calls.enter();
            try {
                detector.close();
            } finally {
                calls.leave();
            }
        }

        private void lookAt(Assessment assessment, long nanos) {
            boolean worse = assessment.grade().compareTo(before) > 0;
            if (worse && assessment.reason().isBlank()) {
                misbehaviour.accept("Says " + assessment.grade() + " without a reason.");
            }
            if (!(assessment.level() >= 0 && Double.isFinite(assessment.level()))) {
                misbehaviour.accept("Tells a level of " + assessment.level() + "; allowed are finite numbers from 0.");
            }
            before = assessment.grade();
            int cost = (worse ? WORSE : 0) + assessment.probes().size();
            if (cost > 0 && !flooded) {
                bear(cost, nanos);
            }
        }

        private void bear(int cost, long nanos) {
            bears = Math.min(BEARS_AT_ONCE, bears + (nanos - bornAt) * BEARS_PER_NANO) - cost;
            bornAt = nanos;
            if (bears < 0) {
                flooded = true;
                misbehaviour.accept(String.format(
                        Locale.ROOT, "Floods its camera with suspicions and probes, first at %.1f s.", nanos / 1e9));
            }
        }
    }
}
