package org.rnvr.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What showing pictures cost, for a reader: medians over the rounds, and ratios within a round before that. */
final class DisplayReport {

    static final String LEGEND =
            """
            Processor time is in percent of one processor, user and system together, after the warm-up. X server: of the
            process that both draw with. cameras: of the process that plays all cameras, on the same machine. PSS: memory.
            switches: context switches a second.""";

    private static final double LEAST_PERCENT = 0.1;
    private static final double MOST_CPU = 1.10;

    private final int views;
    private final List<List<DisplayCost>> rounds;

    DisplayReport(int views, List<List<DisplayCost>> rounds) {
        this.views = views;
        this.rounds = List.copyOf(rounds);
    }

    /** What showing may cost beside bare GStreamer, the X server included. */
    CostGoal goal() {
        double ratio = median(rounds.stream()
                .map(round -> whole(of(round, DisplayBenchmark.PRODUCT)) / whole(of(round, DisplayBenchmark.GSTREAMER)))
                .toList());
        return new CostGoal("processor time for " + views + " views, against bare GStreamer", ratio, MOST_CPU);
    }

    private static double whole(DisplayCost cost) {
        return cost.cpu() + cost.serverCpu();
    }

    private static DisplayCost of(List<DisplayCost> round, String system) {
        return round.stream()
                .filter(cost -> cost.system().equals(system))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        Grid costs = new Grid(
                List.of("shown by", "views", "CPU %", "X server %", "cameras %", "PSS MB", "threads", "switches"));
        Grid threads = new Grid(List.of("kind of thread", "shown by", "CPU %"));
        for (String system : List.of(DisplayBenchmark.PRODUCT, DisplayBenchmark.GSTREAMER)) {
            costs.row(List.of(
                    system,
                    Integer.toString(views),
                    median(system, DisplayCost::cpu, 1),
                    median(system, DisplayCost::serverCpu, 1),
                    median(system, DisplayCost::camerasCpu, 1),
                    median(system, DisplayCost::proportionalMb, 0),
                    median(system, DisplayCost::threads, 0),
                    median(system, DisplayCost::switches, 0)));
            kinds(system)
                    .forEach(kind -> threads.row(
                            List.of(kind.getKey(), system, String.format(Locale.ROOT, "%.1f", kind.getValue()))));
        }
        String gap = System.lineSeparator() + System.lineSeparator();
        return costs + gap + LEGEND + gap + threads;
    }

    private List<Map.Entry<String, Double>> kinds(String system) {
        TreeSet<String> names = new TreeSet<>();
        rounds.forEach(round -> names.addAll(of(round, system).cpuByThread().keySet()));
        return names.stream()
                .map(name -> Map.entry(
                        name, median(values(system, cost -> cost.cpuByThread().getOrDefault(name, 0.0)))))
                .filter(entry -> entry.getValue() >= LEAST_PERCENT)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
    }

    private String median(String system, ToDoubleFunction<DisplayCost> figure, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", median(values(system, figure)));
    }

    private List<Double> values(String system, ToDoubleFunction<DisplayCost> figure) {
        return rounds.stream()
                .map(round -> figure.applyAsDouble(of(round, system)))
                .toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
