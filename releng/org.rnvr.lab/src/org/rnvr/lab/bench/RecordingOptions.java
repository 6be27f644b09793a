package org.rnvr.lab.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnvr.lab.UsageException;

/**
 * What the command line asks for.
 *
 * @param cameras how many at a time, one number after the other
 * @param systems recorders, in this order
 * @param interval how long each is measured
 * @param warmUp how long each records before that
 * @param rounds how often
 * @param json where every measurement goes
 * @param check whether a goal that is missed is a failure
 */
record RecordingOptions(
        List<Integer> cameras,
        List<String> systems,
        Duration interval,
        Duration warmUp,
        int rounds,
        Optional<Path> json,
        boolean check) {

    private static final int MOST_CAMERAS = 256;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_ROUNDS = 1000;

    RecordingOptions {
        cameras = List.copyOf(cameras);
        systems = List.copyOf(systems);
    }

    /**
     * Reads the arguments.
     *
     * @param arguments as given
     * @throws UsageException if they make no sense
     */
    static RecordingOptions parse(List<String> arguments) throws UsageException {
        return new Parser(new Words(arguments)).parse();
    }

    private static final class Parser {

        private final Words arguments;
        private List<Integer> cameras = List.of(1, 16, 64);
        private List<String> systems = List.of(Systems.PRODUCT, Systems.FFMPEG, Systems.GSTREAMER);
        private int seconds = 30;
        private int warmUp = 20;
        private int rounds = 1;
        private Optional<Path> json = Optional.empty();
        private boolean check;

        Parser(Words arguments) {
            this.arguments = arguments;
        }

        RecordingOptions parse() throws UsageException {
            while (arguments.hasNext()) {
                accept(arguments.next());
            }
            return new RecordingOptions(
                    cameras, systems, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), rounds, json, check);
        }

        private void accept(String option) throws UsageException {
            switch (option) {
                case "--cameras" -> cameras = cameras(option);
                case "--systems" -> systems = systems(option);
                case "--seconds" -> seconds = arguments.number(option, 1, MOST_SECONDS);
                case "--warm-up" -> warmUp = arguments.number(option, 0, MOST_SECONDS);
                case "--rounds" -> rounds = arguments.number(option, 1, MOST_ROUNDS);
                case "--json" -> json = Optional.of(Path.of(arguments.value(option)));
                case "--check" -> check = true;
                default -> throw new UsageException("unknown option " + option);
            }
        }

        private List<Integer> cameras(String option) throws UsageException {
            List<Integer> chosen = new ArrayList<>();
            for (String text : arguments.value(option).split(",")) {
                chosen.add(Words.number(option, text, 1, MOST_CAMERAS));
            }
            return chosen;
        }

        private List<String> systems(String option) throws UsageException {
            List<String> chosen = List.of(arguments.value(option).split(","));
            for (String name : chosen) {
                if (!Systems.all().contains(name)) {
                    throw new UsageException(
                            "no recorder is named " + name + "; there are " + String.join(", ", Systems.all()));
                }
            }
            return chosen;
        }
    }
}
