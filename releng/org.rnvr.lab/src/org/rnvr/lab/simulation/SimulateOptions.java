package org.rnvr.lab.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.detection.testkit.Outages;
import org.rnvr.detection.testkit.RecordedTrace;
import org.rnvr.detection.testkit.Simulation;
import org.rnvr.detection.testkit.TraceFile;
import org.rnvr.detection.testkit.TraceKind;
import org.rnvr.lab.UsageException;

/**
 * What the command line of a simulation asks for.
 *
 * @param runs what to simulate, in this order
 * @param seed where all that is random comes from
 * @param check whether a goal that is missed is a failure
 */
record SimulateOptions(List<Run> runs, long seed, boolean check) {

    private static final int MOST_DAYS = 3650;

    /** A silence this long in a recording counts as an outage: slow cameras send a frame a second. */
    private static final Duration OUTAGE_IN_RECORDING = Duration.ofSeconds(2);

    /**
     * Days of one camera with one set of strategies.
     *
     * @param simulated what happens in a day
     * @param days how many
     */
    record Run(MonitorDays simulated, int days) {}

    /**
     * Reads the arguments, and the recordings that they name.
     *
     * @param arguments as given
     * @throws UsageException if they make no sense
     * @throws IOException if a recording cannot be read
     */
    static SimulateOptions parse(List<String> arguments) throws UsageException, IOException {
        return new Parser(arguments.iterator()).parse();
    }

    /** A day over the transport that the kind of trace is about. */
    static Simulation dayOf(TraceKind kind) {
        Simulation day = Simulation.HOUR.lasting(Duration.ofDays(1));
        return kind == TraceKind.UDP_LOSS ? day.with(overUdp(day.settings())) : day;
    }

    private static StreamingSettings overUdp(StreamingSettings settings) {
        return new StreamingSettings(
                settings.defaultLayout(),
                settings.osd(),
                settings.useHardwareAcceleration(),
                settings.decoderPreference(),
                settings.bufferSize(),
                settings.latency(),
                settings.tcpTimeout(),
                settings.detection(),
                Transport.UDP,
                settings.autoReconnect(),
                settings.maxReconnectAttempts(),
                settings.reconnectDelay());
    }

    private static final class Parser {

        private final Iterator<String> arguments;
        private List<StrategySet> strategies = List.of(StrategySet.all());
        private List<String> traces = List.of();
        private int days = 1;
        private long seed = 1;
        private boolean check;

        Parser(Iterator<String> arguments) {
            this.arguments = arguments;
        }

        SimulateOptions parse() throws UsageException, IOException {
            while (arguments.hasNext()) {
                accept(arguments.next());
            }
            List<Run> runs = new ArrayList<>();
            if (traces.isEmpty()) {
                for (TraceKind kind : TraceKind.values()) {
                    addRuns(runs, kind);
                }
            }
            for (String name : traces) {
                addRuns(runs, name);
            }
            return new SimulateOptions(List.copyOf(runs), seed, check);
        }

        private void accept(String option) throws UsageException {
            switch (option) {
                case "--days" -> days = (int) number(option, 1, MOST_DAYS);
                case "--seed" -> seed = number(option, 0, Integer.MAX_VALUE);
                case "--trace" -> traces = List.of(value(option).split(","));
                case "--strategies" -> strategies = strategies(value(option));
                case "--check" -> check = true;
                default -> throw new UsageException("unknown option " + option);
            }
        }

        private static List<StrategySet> strategies(String names) throws UsageException {
            List<StrategySet> sets = new ArrayList<>();
            for (String name : names.split(",")) {
                sets.add(StrategySet.named(name));
            }
            return sets;
        }

        /** A kind of trace, or a file. */
        private void addRuns(List<Run> runs, String name) throws UsageException, IOException {
            for (TraceKind kind : TraceKind.values()) {
                if (kind.name().equalsIgnoreCase(name.replace('-', '_'))) {
                    addRuns(runs, kind);
                    return;
                }
            }
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                List<String> kinds = new ArrayList<>();
                for (TraceKind kind : TraceKind.values()) {
                    kinds.add(kind.name().toLowerCase(Locale.ROOT));
                }
                throw new UsageException(
                        "no trace or file is named '" + name + "'; there are " + String.join(", ", kinds));
            }
            RecordedTrace recorded = new RecordedTrace(file.getFileName().toString(), false, TraceFile.read(file));
            for (StrategySet set : strategies) {
                Simulation once = Simulation.HOUR.lasting(recorded.length()).seeded(seed);
                runs.add(new Run(new MonitorDays(recorded, recorded.outages(OUTAGE_IN_RECORDING), set, once), 1));
            }
        }

        private void addRuns(List<Run> runs, TraceKind kind) {
            for (StrategySet set : strategies) {
                Simulation day = dayOf(kind).seeded(seed);
                runs.add(new Run(new MonitorDays(kind, Outages.typical(), set, day), days));
            }
        }

        private String value(String option) throws UsageException {
            if (!arguments.hasNext()) {
                throw new UsageException(option + " needs a value");
            }
            return arguments.next();
        }

        private long number(String option, long least, long most) throws UsageException {
            String value = value(option);
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new UsageException(option + " needs a whole number, not " + value);
            }
            throw new UsageException(option + " takes a number from " + least + " to " + most + ", not " + value);
        }
    }
}
