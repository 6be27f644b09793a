package org.rnvr.lab.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How long starting took, for a reader: medians over the rounds. */
final class StartReport {

    static final String LEGEND =
            """
            Seconds from the start of the script, medians of n starts. started, streaming: as the journal says. window: it is on
            the screen. usable: a click has opened a menu. picture: the camera's picture is on the screen. cold: with a new data
            folder; warm: with that of an earlier start.""";

    private static final double USABLE_SECONDS = 5;

    private final List<Start> starts;

    StartReport(Collection<Start> starts) {
        this.starts = List.copyOf(starts);
    }

    /** How soon an empty console is to be usable. */
    CostGoal goal() {
        return new CostGoal(
                "seconds until an empty console is usable, warm",
                median(Start.Site.EMPTY, false, Start.Step.USABLE).orElseThrow(),
                USABLE_SECONDS);
    }

    @Override
    public String toString() {
        Grid grid = new Grid(
                List.of("what is started", "data", "n", "started", "window", "usable", "streaming", "picture"));
        for (Start.Site site : Start.Site.values()) {
            for (boolean cold : List.of(true, false)) {
                Function<Start.Step, String> cell = step -> cell(median(site, cold, step));
                grid.row(List.of(
                        site.toString(),
                        cold ? "cold" : "warm",
                        Long.toString(of(site, cold).size()),
                        cell.apply(Start.Step.STARTED),
                        cell.apply(Start.Step.WINDOW),
                        cell.apply(Start.Step.USABLE),
                        cell.apply(Start.Step.STREAMING),
                        cell.apply(Start.Step.PICTURE)));
            }
        }
        return grid + System.lineSeparator() + System.lineSeparator() + LEGEND;
    }

    private List<Start> of(Start.Site site, boolean cold) {
        return starts.stream()
                .filter(start -> start.site() == site && start.cold() == cold)
                .toList();
    }

    private OptionalDouble median(Start.Site site, boolean cold, Start.Step step) {
        double[] sorted = of(site, cold).stream()
                .flatMap(start -> start.until(step).stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static String cell(OptionalDouble seconds) {
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.2f", seconds.getAsDouble()) : "–";
    }
}
