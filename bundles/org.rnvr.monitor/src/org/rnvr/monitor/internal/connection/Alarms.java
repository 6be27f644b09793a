package org.rnvr.monitor.internal.connection;

import java.util.List;

/** The rule by which the operator is told of a camera that is gone: not of every suspicion, but of what lasts. */
final class Alarms {

    private Alarms() {}

    /** The pursuit, after the operator was told if it is time for that. */
    static Pursuit after(Pursuit pursuit, long silenceNanos, Terms terms, List<Effect> effects) {
        Retry retry = pursuit.retry();
        if (retry.alarmed() || silenceNanos < terms.notifyAfter().toNanos()) {
            return pursuit;
        }
        effects.add(new Effect.Alarm(retry.sinceNanos(), retry.trouble().text()));
        return pursuit.with(retry.toldOperator());
    }
}
