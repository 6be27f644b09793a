package org.rnvr.lab.bench;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * All recorders one after the other on the same cameras.
 *
 * @param cameras how many
 * @param number which time, from 1
 * @param measurements one a recorder
 */
record Round(int cameras, int number, List<Measurement> measurements) {

    /** What recorders may differ by over a long time: containers are not of the same size. */
    private static final double TOLERANCE = 0.03;

    /** Seconds of media that a recorder may have written just before or after it was looked at. */
    private static final double UNWRITTEN_SECONDS = 2;

    Round {
        measurements = List.copyOf(measurements);
    }

    Optional<Measurement> of(String system) {
        return measurements.stream()
                .filter(measurement -> measurement.system().equals(system))
                .findFirst();
    }

    /** Whether all have recorded all, so that their costs can be compared. */
    boolean valid() {
        DoubleSummaryStatistics bytes =
                measurements.stream().mapToDouble(Measurement::bytes).summaryStatistics();
        double seconds =
                measurements.stream().mapToDouble(Measurement::seconds).min().orElse(1);
        return bytes.getMin() > 0 && bytes.getMin() >= bytes.getMax() * (1 - TOLERANCE - UNWRITTEN_SECONDS / seconds);
    }
}
