package org.rnvr.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.rnvr.lab.fixture.CameraHost;
import org.rnvr.lab.fixture.EndedException;

/**
 * The laboratory as a command; {@code releng/lab --help} says how. The table goes to the standard output, what happens
 * meanwhile to the standard error.
 */
public final class Main {

    private static final int DONE = 0;
    private static final int PROBLEM = 1;
    private static final int WRONG_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs until everything is measured.
     *
     * @param arguments see {@code releng/lab --help}
     */
    public static void main(String[] arguments) {
        SignalledCommand.exitAfter(() -> new Main(System.out, System.err).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        try {
            Options options = Options.parse(arguments, Systems.all());
            if (!CameraHost.allowed()) {
                err.println("releng/lab: making network namespaces needs root, and this is another user");
                return WRONG_USAGE;
            }
            return measure(options);
        } catch (UsageException e) {
            err.println(
                    "releng/lab: " + e.getMessage() + System.lineSeparator() + "releng/lab --help lists the options.");
            return WRONG_USAGE;
        } catch (IOException e) {
            err.println("releng/lab: " + e);
            return PROBLEM;
        }
    }

    private int measure(Options options) throws IOException {
        err.println("seed " + options.seed());
        Path folder = options.keep().isPresent()
                ? Files.createDirectories(options.keep().get().toAbsolutePath())
                : Files.createTempDirectory("rnvr-lab-");
        List<Results> results;
        try {
            results = measure(options, folder);
        } finally {
            if (options.keep().isEmpty()) {
                delete(folder);
            }
        }
        if (!results.isEmpty()) {
            print(options, results);
        }
        if (options.json().isPresent()) {
            new Report(options, results).write(options.json().get());
        }
        boolean complete = results.size() == options.experiments().size();
        boolean reached = results.stream().flatMap(Main::goals).allMatch(Goal::reached);
        return complete && (reached || !options.check()) ? DONE : PROBLEM;
    }

    /** The results of those experiments that could be made, up to the end or to a signal. */
    private List<Results> measure(Options options, Path folder) throws IOException {
        Random random = new Random(options.seed());
        List<Results> results = new ArrayList<>();
        for (Experiment experiment : options.experiments()) {
            String name = experiment.scenario().name() + "-" + experiment.transport();
            Path place = Files.createDirectories(folder.resolve(name));
            err.println(name + ": " + String.join(", ", experiment.systems()));
            try {
                Results measured = experiment.run(place, random, line -> err.println(name + ": " + line));
                err.println(new Table(List.of(measured)));
                results.add(measured);
            } catch (AssertionError | IllegalStateException e) {
                err.println(name + ": not measured: " + e.getMessage());
            } catch (EndedException e) {
                // What is measured can still be written.
                Thread.interrupted();
                err.println(name + ": " + e.getMessage() + "; its cameras, recorders and namespace are removed");
                return results;
            }
            if (options.keep().isEmpty()) {
                delete(place);
            }
        }
        return results;
    }

    private void print(Options options, List<Results> results) {
        out.println(new Table(results));
        out.println();
        out.println(Table.legend());
        out.println();
        for (Results one : results) {
            goals(one)
                    .forEach(goal -> out.printf(
                            "%-6s %s over %s: %s: %s%n",
                            goal.reached() ? "ok" : "MISSED",
                            one.scenario().name(),
                            one.transport(),
                            goal.text(),
                            goal.actual()));
        }
        out.println();
        out.println("seed " + options.seed() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        for (Results one : results) {
            out.printf(
                    Locale.ROOT,
                    "%s over %s: processors %.0f %% busy, load average %.1f, the laboratory late by %d ms at most%n",
                    one.scenario().name(),
                    one.transport(),
                    one.load().busyPercent(),
                    one.load().loadAverage(),
                    one.load().latest().toMillis());
        }
    }

    /** The goals are those of the product as it is delivered. */
    private static Stream<Goal> goals(Results results) {
        return results.summaries().stream()
                .filter(summary -> summary.system().equals(Systems.PRODUCT))
                .flatMap(summary -> Goal.of(summary).stream());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
