package org.rnvr.console.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Losses in figures.
 *
 * @param number how many
 * @param total all outages together
 * @param worst the longest outage; empty if none is known
 * @param medianNotice the middle of the times that it took to notice; empty when nothing was lost
 * @param passed how many suspicions passed by themselves
 */
record LossSums(int number, Duration total, Optional<Duration> worst, Optional<Duration> medianNotice, int passed) {

    /** Of this history; an outage that lasts counts up to now. */
    static LossSums of(LossHistory history, Instant now) {
        List<Duration> outages = history.losses().stream()
                .flatMap(loss -> loss.outage(now).stream())
                .toList();
        return new LossSums(
                history.losses().size(),
                outages.stream().reduce(Duration.ZERO, Duration::plus),
                outages.stream().max(Duration::compareTo),
                median(history.losses().stream().map(Loss::notice).sorted().toList()),
                history.passed().size());
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Duration upper = sorted.get(sorted.size() / 2);
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }
}
