package org.rnvr.detection;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Judges one session from what was observed on it.
 * <p>
 * A detector is arithmetic: it has no clock but the time in its observations, starts no thread, and does no input or output.
 * From the same observations it draws the same conclusions, which is what makes a simulated year and a replay of last night's
 * loss possible. What has to be looked up elsewhere is the business of its {@link DetectionStrategy}.
 * <p>
 * <b>Threads.</b> All detectors of one strategy are called on one thread, which is the strategy's own and not the one that
 * watches cameras. Nothing of another strategy runs there.
 * <p>
 * <b>Time.</b> The time of observations never goes back. One comes at least every 100 ms while this machine runs
 * ({@link Observation.Tick}).
 * <p>
 * <b>Limits.</b> An observation should cost microseconds, and no more than a millisecond on average. A strategy is cut off,
 * which is journalled and told to the operator, until its service is registered again, when one of its detectors
 * <ul>
 * <li>throws, whatever it is, or returns null;
 * <li>blocks: what one tick of 50 ms brings takes longer than ten ticks, of which those in which this machine gives its thread
 * no time do not count, as long as there are not a hundred. If it goes on after all, the strategy acts again with new
 * detectors, but no more than three times an hour;
 * <li>floods: a probe counts 1 and a grade worse than the one before 5; each camera bears 60 at once, and 2 a second in the
 * long run.
 * </ul>
 * The other strategies go on.
 */
@ConsumerType
@FunctionalInterface
public interface Detector {

    /**
     * Takes an observation in and says what follows from all of them up to now.
     *
     * @return never null; what holds until the next call, so that a suspicion has to be repeated for as long as it lasts
     */
    Assessment observe(Observation observation);

    /**
     * The session is no longer watched: it ended, was replaced, settings changed, or the strategy goes. No call follows. Keeps
     * no thread, registration or reference behind.
     */
    default void close() {}
}
