package org.rnvr.detection.testkit;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rnvr.detection.DetectionStrategy;

/**
 * The check on a command line:
 *
 * <pre>
 * java -cp API.jar:TESTKIT.jar:MINE.jar org.rnvr.detection.testkit.CheckCommand com.example.MyStrategy
 * </pre>
 *
 * Prints the report; {@code --help} lists the options. Exit code 0 without misbehaviour, 1 with, 2 for wrong usage.
 */
public final class CheckCommand {

    private static final int OK = 0;
    private static final int MISBEHAVES = 1;
    private static final int WRONG_USAGE = 2;
    private static final int MOST_HOURS = 10_000;

    private static final String USAGE =
            """
            Usage: CheckCommand CLASS [--hours N] [--trace NAME[,...]] [--seed N]

            Runs the detection strategy of a class, which has a constructor without
            parameters, in simulated time, and prints how soon it notices that a camera is
            gone, how often it is wrong, what it costs, and how it misbehaves.

              --hours N           simulated hours over each trace, 1 to 10000 (default 12)
              --trace NAME[,...]  constant, variable, gop-burst, wifi, tcp-loss, fps-1,
                                  fps-60, rate-change, clock-jump, vm-pause, reboot,
                                  udp-loss (default: all)
              --seed N            where all that is random comes from (default 1)
            """;

    private final List<String> arguments;
    private String className = "";
    private int hours = 12;
    private long seed = 1;
    private List<TraceKind> traces = List.of(TraceKind.values());

    private CheckCommand(String... arguments) {
        this.arguments = List.of(arguments);
    }

    private static final class UsageException extends Exception {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    /** Ends the process with the exit code. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** As on the command line; returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.print(USAGE);
            return OK;
        }
        try {
            return new CheckCommand(arguments).check(out);
        } catch (UsageException e) {
            err.println("CheckCommand: " + e.getMessage());
            return WRONG_USAGE;
        }
    }

    private int check(PrintStream out) throws UsageException {
        read();
        Class<? extends DetectionStrategy> type = type();
        CheckReport report = StrategyCheck.run(
                () -> make(type),
                traces,
                Outages.typical(),
                Simulation.HOUR.lasting(Duration.ofHours(hours)).seeded(seed),
                StrategyCheck.PATIENCE);
        out.print(report.text());
        return report.misbehaviour().isEmpty() ? OK : MISBEHAVES;
    }

    private void read() throws UsageException {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("-")) {
                className = argument;
                continue;
            }
            String value = i + 1 < arguments.size() ? arguments.get(++i) : "";
            switch (argument) {
                case "--hours" -> hours = (int) number(argument, value, 1, MOST_HOURS);
                case "--seed" -> seed = number(argument, value, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--trace" -> traces = traces(value);
                default ->
                    throw new UsageException("unknown option " + argument + "; allowed are --hours, --trace, --seed");
            }
        }
        if (className.isEmpty()) {
            throw new UsageException("no class; the name of a class that implements DetectionStrategy is needed");
        }
    }

    private Class<? extends DetectionStrategy> type() throws UsageException {
        try {
            Class<? extends DetectionStrategy> type = Class.forName(className).asSubclass(DetectionStrategy.class);
            type.getConstructor();
            return type;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UsageException("there is no class " + className + " on the class path (" + e.getMessage() + ")");
        } catch (ClassCastException e) {
            throw new UsageException(className + " does not implement " + DetectionStrategy.class.getName());
        } catch (NoSuchMethodException e) {
            throw new UsageException(className + " has no public constructor without parameters");
        }
    }

    private static DetectionStrategy make(Class<? extends DetectionStrategy> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }

    private static List<TraceKind> traces(String names) throws UsageException {
        List<TraceKind> kinds = new ArrayList<>();
        for (String name : names.split(",")) {
            String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
            kinds.add(Arrays.stream(TraceKind.values())
                    .filter(kind -> kind.name().equals(constant))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "--trace " + name + " is unknown; allowed are those that --help lists")));
        }
        return kinds;
    }

    private static long number(String option, String value, long least, long most) throws UsageException {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " '" + value + "' is no whole number");
        }
        throw new UsageException(option + " " + value + "; allowed are " + least + " to " + most);
    }
}
