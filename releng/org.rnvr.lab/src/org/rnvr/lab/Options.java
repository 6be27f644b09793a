package org.rnvr.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What the command line asks for.
 *
 * @param experiments what to do, in this order
 * @param seed where phases and pauses come from
 * @param json where every sample goes
 * @param keep where everything that the recorders leave stays
 * @param check whether a goal that is missed is a failure
 */
record Options(List<Experiment> experiments, long seed, Optional<Path> json, Optional<Path> keep, boolean check) {

    private static final int CAMERAS = 4;
    private static final int MOST_CAMERAS = 64;
    private static final int REPEATS = 3;
    private static final int MOST_REPEATS = 1000;

    /**
     * Reads the arguments.
     *
     * @param arguments as given
     * @param installed the recorders that there are
     * @throws UsageException if they make no sense
     */
    static Options parse(List<String> arguments, List<String> installed) throws UsageException {
        return new Parser(arguments.iterator(), installed).parse();
    }

    private static final class Parser {

        private final Iterator<String> arguments;
        private final List<String> installed;
        private List<Scenario> scenarios = Scenario.all();
        private List<String> systems;
        private List<Transport> transports = List.of(Transport.values());
        private int cameras = CAMERAS;
        private int repeats = REPEATS;
        private long seed = new Random().nextInt(Integer.MAX_VALUE);
        private Optional<Path> json = Optional.empty();
        private Optional<Path> keep = Optional.empty();
        private boolean brief;
        private boolean check;

        Parser(Iterator<String> arguments, List<String> installed) {
            this.arguments = arguments;
            this.installed = installed;
            systems = installed;
        }

        Options parse() throws UsageException {
            while (arguments.hasNext()) {
                accept(arguments.next());
            }
            return new Options(brief ? ShortForm.experiments() : experiments(), seed, json, keep, check);
        }

        private List<Experiment> experiments() {
            List<Experiment> experiments = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                for (Transport transport : transports) {
                    experiments.add(new Experiment(scenario, transport, systems, cameras, repeats));
                }
            }
            return experiments;
        }

        private void accept(String option) throws UsageException {
            switch (option) {
                case "--scenario" -> scenarios = scenarios(value(option));
                case "--systems" -> systems = systems(value(option));
                case "--transport" -> transports = transports(value(option));
                case "--cameras" -> cameras = number(option, MOST_CAMERAS);
                case "--repeat" -> repeats = number(option, MOST_REPEATS);
                case "--seed" -> seed = number(option, Integer.MAX_VALUE);
                case "--json" -> json = Optional.of(Path.of(value(option)));
                case "--keep" -> keep = Optional.of(Path.of(value(option)));
                case "--short" -> brief = true;
                case "--check" -> check = true;
                default -> throw new UsageException("unknown option " + option);
            }
        }

        /** A name, or what several names begin with before a hyphen. */
        private static List<Scenario> scenarios(String names) throws UsageException {
            List<Scenario> chosen = new ArrayList<>();
            for (String name : names.split(",")) {
                List<Scenario> found = Scenario.all().stream()
                        .filter(scenario ->
                                scenario.name().equals(name) || scenario.name().startsWith(name + "-"))
                        .toList();
                if (found.isEmpty()) {
                    throw new UsageException("no scenario is named " + name);
                }
                chosen.addAll(found);
            }
            return chosen;
        }

        private List<String> systems(String names) throws UsageException {
            List<String> chosen = List.of(names.split(","));
            for (String name : chosen) {
                if (!installed.contains(name)) {
                    throw new UsageException(
                            "no recorder is named " + name + "; there are " + String.join(", ", installed));
                }
            }
            return chosen;
        }

        private static List<Transport> transports(String name) throws UsageException {
            return switch (name) {
                case "tcp" -> List.of(Transport.TCP);
                case "udp" -> List.of(Transport.UDP);
                case "both" -> List.of(Transport.values());
                default -> throw new UsageException("--transport takes tcp, udp or both, not " + name);
            };
        }

        private String value(String option) throws UsageException {
            if (!arguments.hasNext()) {
                throw new UsageException(option + " needs a value");
            }
            return arguments.next();
        }

        private int number(String option, int most) throws UsageException {
            String value = value(option);
            try {
                int number = Integer.parseInt(value);
                if (number >= 1 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new UsageException(option + " needs a whole number, not " + value);
            }
            throw new UsageException(option + " takes a number from 1 to " + most + ", not " + value);
        }
    }
}
