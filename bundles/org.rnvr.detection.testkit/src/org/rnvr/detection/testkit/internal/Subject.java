package org.rnvr.detection.testkit.internal;

import java.util.Objects;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.WatchedSession;

/** The strategy under test, whose failures are caught as the monitor does. */
final class Subject {

    private static final int TIME_ONE_IN = 16;

    private final DetectionStrategy strategy;
    private final Tally tally;
    private Detector detector;
    private boolean failed;

    Subject(DetectionStrategy strategy, Tally tally) {
        this.strategy = strategy;
        this.tally = tally;
    }

    boolean failed() {
        return failed;
    }

    void watch(WatchedSession session) {
        try {
            detector = Objects.requireNonNull(strategy.watch(session), "no detector");
            tally.session();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            fail("to watch a session", e);
        }
    }

    Assessment observe(Observation observation) {
        try {
            tally.observations++;
            return Objects.requireNonNull(
                    tally.observations % TIME_ONE_IN == 0 ? timed(observation) : detector.observe(observation),
                    "no assessment");
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            fail("at an observation of kind " + observation.getClass().getSimpleName(), e);
            return Assessment.HEALTHY;
        }
    }

    void close() {
        if (detector == null) {
            return;
        }
        try {
            detector.close();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            fail("to close", e);
        }
        detector = null;
    }

    private Assessment timed(Observation observation) {
        long begin = System.nanoTime();
        Assessment assessment = detector.observe(observation);
        tally.timedNanos += System.nanoTime() - begin;
        tally.timedObservations++;
        return assessment;
    }

    private void fail(String what, Throwable e) {
        failed = true;
        tally.failure("Fails " + what + " and would be cut off: " + e + ".");
    }
}
