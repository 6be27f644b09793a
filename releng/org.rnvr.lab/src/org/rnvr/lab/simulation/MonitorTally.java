package org.rnvr.lab.simulation;

import java.util.Arrays;
import org.rnvr.detection.testkit.DetectionTimes;

/** What is counted while a monitor is simulated. Times are nanoseconds of the recorder's machine. For one thread. */
final class MonitorTally {

    final Times suspect = new Times();
    final Times verdict = new Times();
    final Times back = new Times();

    long nanos;
    long outages;
    long unnoticed;
    long glitches;
    long glitchesReplaced;
    long falseSuspicions;
    long falseLosses;
    long observations;

    void add(MonitorTally other) {
        suspect.addAll(other.suspect);
        verdict.addAll(other.verdict);
        back.addAll(other.back);
        nanos += other.nanos;
        outages += other.outages;
        unnoticed += other.unnoticed;
        glitches += other.glitches;
        glitchesReplaced += other.glitchesReplaced;
        falseSuspicions += other.falseSuspicions;
        falseLosses += other.falseLosses;
        observations += other.observations;
    }

    static final class Times {
        private long[] nanos = new long[16];
        private int count;

        void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = time;
        }

        DetectionTimes times() {
            return DetectionTimes.of(Arrays.copyOf(nanos, count));
        }

        private void addAll(Times other) {
            for (int i = 0; i < other.count; i++) {
                add(other.nanos[i]);
            }
        }
    }
}
