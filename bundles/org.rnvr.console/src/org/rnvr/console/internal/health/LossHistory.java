package org.rnvr.console.internal.health;

import java.time.Instant;
import java.util.List;

/**
 * The losses of one camera.
 *
 * @param losses the newest first
 * @param passed when suspicions passed by themselves, without a verdict and without another session
 */
record LossHistory(List<Loss> losses, List<Instant> passed) {

    /** Of a camera that was never lost. */
    static final LossHistory NONE = new LossHistory(List.of(), List.of());

    LossHistory {
        losses = List.copyOf(losses);
        passed = List.copyOf(passed);
    }

    /** Those of this time on. */
    LossHistory from(Instant time) {
        return new LossHistory(
                losses.stream().filter(loss -> !loss.since().isBefore(time)).toList(),
                passed.stream().filter(moment -> !moment.isBefore(time)).toList());
    }
}
