package org.rnvr.lab.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What was measured, for a reader. */
final class CostReport {

    static final String LEGEND =
            """
            Processor time is in percent of one processor, user and system together, after the warm-up; medians over the
            rounds. CPU/camera: divided by the cameras. PSS: memory, what processes share counted once; RSS counts it for
            each. switches: context switches a second. cameras' CPU: of the process that plays all cameras, on the same
            machine. MB/s: written into files. A ratio is the median of the ratios within the rounds.""";

    /** Kinds of threads below this share are not worth a line. */
    private static final double LEAST_PERCENT = 0.1;

    private final List<Round> rounds;
    private final Comparison comparison;

    CostReport(List<Round> rounds) {
        this.rounds = List.copyOf(rounds);
        this.comparison = new Comparison(rounds);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        rounds.stream()
                .filter(round -> !round.valid())
                .map(CostReport::complaint)
                .forEach(parts::add);
        parts.add(costs().toString());
        parts.add(LEGEND);
        for (Grid grid : List.of(ratios(), growth(), threads())) {
            if (!grid.isEmpty()) {
                parts.add(grid.toString());
            }
        }
        return String.join(System.lineSeparator() + System.lineSeparator(), parts);
    }

    static String complaint(Round round) {
        StringBuilder text = new StringBuilder("Round " + round.number() + " with " + round.cameras()
                + " cameras is void, since not all have recorded all:");
        round.measurements()
                .forEach(measurement -> text.append(
                        String.format(Locale.ROOT, " %s %.2f MB/s", measurement.system(), measurement.bytes() / 1e6)));
        return text.toString();
    }

    private Grid costs() {
        Grid grid = new Grid(List.of(
                "recorder",
                "cameras",
                "CPU %",
                "CPU/camera %",
                "PSS MB",
                "RSS MB",
                "threads",
                "switches",
                "cameras' CPU %",
                "MB/s"));
        for (int cameras : comparison.cameras()) {
            for (String system : comparison.systems()) {
                grid.row(List.of(
                        system,
                        Integer.toString(cameras),
                        median(system, cameras, Measurement::cpu, 1),
                        median(system, cameras, measurement -> measurement.cpu() / cameras, 2),
                        median(system, cameras, Measurement::proportionalMb, 0),
                        median(system, cameras, Measurement::residentMb, 0),
                        median(system, cameras, Measurement::threads, 0),
                        median(system, cameras, Measurement::switches, 0),
                        median(system, cameras, Measurement::camerasCpu, 1),
                        median(system, cameras, measurement -> measurement.bytes() / 1e6, 2)));
            }
        }
        return grid;
    }

    private Grid ratios() {
        Grid grid = new Grid(List.of("ratio", "cameras", "CPU", "PSS"));
        for (int cameras : comparison.cameras()) {
            for (String other : comparison.systems()) {
                if (!other.equals(Systems.PRODUCT) && comparison.systems().contains(Systems.PRODUCT)) {
                    grid.row(List.of(
                            Systems.PRODUCT + " / " + other,
                            Integer.toString(cameras),
                            text(comparison.ratio(Systems.PRODUCT, other, cameras, Measurement::cpu), 2),
                            text(comparison.ratio(Systems.PRODUCT, other, cameras, Measurement::proportionalMb), 2)));
                }
            }
        }
        return grid;
    }

    private Grid growth() {
        Grid grid = new Grid(List.of("each further camera", "from", "to", "CPU %", "PSS MB"));
        List<Integer> numbers = comparison.cameras();
        for (int i = 1; i < numbers.size(); i++) {
            int few = numbers.get(i - 1);
            int many = numbers.get(i);
            for (String system : comparison.systems()) {
                grid.row(List.of(
                        system,
                        Integer.toString(few),
                        Integer.toString(many),
                        text(comparison.perCamera(system, few, many, Measurement::cpu), 2),
                        text(comparison.perCamera(system, few, many, Measurement::proportionalMb), 2)));
            }
        }
        return grid;
    }

    /** With the most cameras, where the difference shows best. */
    private Grid threads() {
        Grid grid = new Grid(List.of("kind of thread", "recorder", "CPU %"));
        if (!comparison.cameras().isEmpty()) {
            int most = comparison.cameras().get(comparison.cameras().size() - 1);
            comparison.systems().forEach(system -> kinds(system, most)
                    .forEach(kind ->
                            grid.row(List.of(kind.getKey(), system, text(OptionalDouble.of(kind.getValue()), 1)))));
        }
        return grid;
    }

    private List<Map.Entry<String, Double>> kinds(String system, int cameras) {
        TreeSet<String> names = new TreeSet<>();
        rounds.stream()
                .filter(round -> round.cameras() == cameras)
                .flatMap(round -> round.of(system).stream())
                .forEach(measurement -> names.addAll(measurement.cpuByThread().keySet()));
        return names.stream()
                .map(name -> Map.entry(
                        name,
                        comparison
                                .median(system, cameras, one -> one.cpuByThread()
                                        .getOrDefault(name, 0.0))
                                .orElse(0)))
                .filter(entry -> entry.getValue() >= LEAST_PERCENT)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    private String median(String system, int cameras, ToDoubleFunction<Measurement> figure, int digits) {
        return text(comparison.median(system, cameras, figure), digits);
    }

    private static String text(OptionalDouble value, int digits) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble());
    }
}
