package org.rnvr.lab;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * All samples of a recorder in an experiment.
 *
 * @param results the experiment
 * @param files the recorder's files
 * @param samples its samples
 */
record Summary(Results results, Results.Files files, List<Sample> samples) {

    String system() {
        return files.system();
    }

    Figures noticed() {
        return figures(Sample::noticedMs);
    }

    Figures verdict() {
        return figures(Sample::verdictMs);
    }

    Figures back() {
        return figures(Sample::backMs);
    }

    Figures beyond() {
        return figures(
                sample -> OptionalDouble.of(results.scenario().interrupts() ? sample.beyondMs() : sample.missingMs()));
    }

    int sessions() {
        return samples.stream().mapToInt(Sample::sessions).sum();
    }

    private Figures figures(Function<Sample, OptionalDouble> value) {
        return Figures.of(samples.stream().map(value).toList());
    }
}
