package org.rnvr.lab.bench;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What some rounds say together; void ones say nothing. Medians, and ratios within a round before the median over the
 * rounds, since a round shares what else the machine was doing.
 */
final class Comparison {

    private final List<Round> rounds;

    Comparison(Collection<Round> rounds) {
        this.rounds = rounds.stream().filter(Round::valid).toList();
    }

    /** Numbers of cameras, rising. */
    List<Integer> cameras() {
        return rounds.stream().map(Round::cameras).distinct().sorted().toList();
    }

    /** Recorders in the order in which they are first met. */
    List<String> systems() {
        return rounds.stream()
                .flatMap(round -> round.measurements().stream())
                .map(Measurement::system)
                .distinct()
                .toList();
    }

    OptionalDouble median(String system, int cameras, ToDoubleFunction<Measurement> figure) {
        return median(rounds.stream()
                .filter(round -> round.cameras() == cameras)
                .flatMap(round -> round.of(system).stream())
                .mapToDouble(figure));
    }

    /** A figure of one recorder divided by that of another. */
    OptionalDouble ratio(String system, String other, int cameras, ToDoubleFunction<Measurement> figure) {
        return median(rounds.stream()
                .filter(round -> round.cameras() == cameras)
                .filter(round -> round.of(system).isPresent() && round.of(other).isPresent())
                .mapToDouble(round -> figure.applyAsDouble(round.of(system).orElseThrow())
                        / figure.applyAsDouble(round.of(other).orElseThrow())));
    }

    /** By how much a figure grows with each camera between two numbers of them. */
    OptionalDouble perCamera(String system, int few, int many, ToDoubleFunction<Measurement> figure) {
        OptionalDouble less = median(system, few, figure);
        OptionalDouble more = median(system, many, figure);
        return less.isEmpty() || more.isEmpty() || few == many
                ? OptionalDouble.empty()
                : OptionalDouble.of((more.getAsDouble() - less.getAsDouble()) / (many - few));
    }

    private static OptionalDouble median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
