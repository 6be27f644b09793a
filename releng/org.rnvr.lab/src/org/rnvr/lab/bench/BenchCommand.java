package org.rnvr.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rnvr.lab.SignalledCommand;
import org.rnvr.lab.UsageException;
import org.rnvr.lab.fixture.EndedException;

/**
 * The benchmark as a command; {@code releng/bench --help} says how. Tables go to the standard output, what happens
 * meanwhile to the standard error.
 */
public final class BenchCommand {

    private static final int DONE = 0;
    private static final int PROBLEM = 1;
    private static final int WRONG_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    private BenchCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs until everything is measured.
     *
     * @param arguments see {@code releng/bench --help}
     */
    public static void main(String[] arguments) {
        SignalledCommand.exitAfter(() -> new BenchCommand(System.out, System.err).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        try {
            List<String> options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
            switch (arguments.isEmpty() ? "" : arguments.get(0)) {
                case "recording" -> {
                    return measure(RecordingOptions.parse(options));
                }
                case "display" -> {
                    return measure(DisplayOptions.parse(options));
                }
                case "start" -> {
                    return measure(StartOptions.parse(options));
                }
                default ->
                    throw new UsageException("the first word says what is measured: recording, display or start");
            }
        } catch (UsageException e) {
            err.println("releng/bench: " + e.getMessage() + System.lineSeparator()
                    + "releng/bench --help lists the options.");
            return WRONG_USAGE;
        } catch (IOException | UncheckedIOException e) {
            err.println("releng/bench: " + e);
            return PROBLEM;
        }
    }

    private int measure(RecordingOptions options) throws IOException {
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), "");
        }
        List<Round> rounds = new ArrayList<>();
        boolean complete = false;
        Path folder = Files.createTempDirectory("rnvr-bench-");
        try {
            new RecordingBenchmark(options, new ProcessTable(Path.of("/proc")), err::println)
                    .run(folder, round -> add(round, rounds, options));
            complete = true;
        } catch (AssertionError | IllegalStateException e) {
            err.println("releng/bench: not measured: " + e.getMessage());
        } catch (EndedException e) {
            // What is measured can still be written.
            Thread.interrupted();
            err.println("releng/bench: " + e.getMessage() + "; its cameras and recorders have ended");
        } finally {
            Files.delete(folder);
        }
        return report(options, rounds) && complete ? DONE : PROBLEM;
    }

    private int measure(DisplayOptions options) {
        try {
            List<List<DisplayCost>> rounds =
                    new DisplayBenchmark(options, new ProcessTable(Path.of("/proc")), err::println).run();
            DisplayReport report = new DisplayReport(options.views(), rounds);
            CostGoal goal = report.goal();
            out.println(report);
            out.println();
            out.println(goal);
            out.println(Runtime.getRuntime().availableProcessors() + " processors");
            return options.check() && !goal.reached() ? PROBLEM : DONE;
        } catch (AssertionError | IllegalStateException e) {
            err.println("releng/bench: not measured: " + e.getMessage());
        } catch (EndedException e) {
            Thread.interrupted();
            err.println("releng/bench: " + e.getMessage() + "; its cameras and windows have ended");
        }
        return PROBLEM;
    }

    private int measure(StartOptions options) throws IOException {
        Path folder = Files.createTempDirectory("rnvr-bench-");
        try {
            StartReport report = new StartReport(new StartBenchmark(options, err::println).run(folder));
            CostGoal goal = report.goal();
            out.println(report);
            out.println();
            out.println(goal);
            out.println(Runtime.getRuntime().availableProcessors() + " processors");
            return options.check() && !goal.reached() ? PROBLEM : DONE;
        } catch (AssertionError | IllegalStateException e) {
            err.println("releng/bench: not measured: " + e.getMessage());
        } catch (EndedException e) {
            Thread.interrupted();
            err.println("releng/bench: " + e.getMessage() + "; what it started has ended");
        } finally {
            remove(folder);
        }
        return PROBLEM;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private void add(Round round, List<Round> rounds, RecordingOptions options) {
        rounds.add(round);
        if (!round.valid()) {
            err.println(CostReport.complaint(round));
        }
        options.json().ifPresent(file -> append(file, round));
    }

    private static void append(Path file, Round round) {
        try {
            Files.write(
                    file,
                    round.measurements().stream()
                            .map(measurement -> MeasurementLine.of(round, measurement))
                            .toList(),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what was found, and whether all of it is valid and, if that matters, good enough. */
    private boolean report(RecordingOptions options, List<Round> rounds) {
        if (rounds.isEmpty()) {
            return false;
        }
        out.println(new CostReport(rounds));
        out.println();
        List<CostGoal> goals = CostGoal.of(new Comparison(rounds));
        goals.forEach(out::println);
        out.println(Runtime.getRuntime().availableProcessors() + " processors");
        return rounds.stream().allMatch(Round::valid)
                && (!options.check() || goals.stream().allMatch(CostGoal::reached));
    }
}
