package org.rnvr.lab.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.rnvr.lab.UsageException;

/** The simulation as a command; {@code releng/lab --help} says how. The table goes to the standard output. */
public final class SimulateCommand {

    private static final int DONE = 0;
    private static final int PROBLEM = 1;
    private static final int WRONG_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    private SimulateCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs until everything is simulated.
     *
     * @param arguments see {@code releng/lab --help}
     */
    public static void main(String[] arguments) {
        System.exit(new SimulateCommand(System.out, System.err).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        try {
            return simulate(SimulateOptions.parse(arguments));
        } catch (UsageException e) {
            err.println("releng/lab simulate: " + e.getMessage() + System.lineSeparator()
                    + "releng/lab --help lists the options.");
            return WRONG_USAGE;
        } catch (IOException e) {
            err.println("releng/lab simulate: " + e.getMessage());
            return PROBLEM;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PROBLEM;
        }
    }

    private int simulate(SimulateOptions options) throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        boolean reached = true;
        StringBuilder goals = new StringBuilder();
        out.println(SimulationTable.head());
        for (SimulateOptions.Run run : options.runs()) {
            MonitorReport report = run.simulated().run(run.days(), threads);
            out.println(SimulationTable.row(report));
            for (SimulationGoal goal : SimulationGoal.of(report)) {
                reached &= goal.reached();
                goals.append(String.format(
                        "%-6s %s with %s: %s: %s%n",
                        goal.reached() ? "ok" : "MISSED",
                        report.trace(),
                        report.strategies(),
                        goal.text(),
                        goal.actual()));
            }
        }
        out.println();
        out.println(SimulationTable.legend());
        out.println();
        out.print(goals);
        out.println();
        out.println("seed " + options.seed() + ", " + threads + " processors");
        return reached || !options.check() ? DONE : PROBLEM;
    }
}
