package org.rnvr.lab.bench;

import java.time.Duration;
import java.util.List;
import org.rnvr.lab.UsageException;

/**
 * What the command line asks for.
 *
 * @param views how many pictures at a time
 * @param interval how long each wall is measured
 * @param warmUp how long each shows before that
 * @param rounds how often
 * @param check whether a goal that is missed is a failure
 */
record DisplayOptions(int views, Duration interval, Duration warmUp, int rounds, boolean check) {

    private static final int MOST_VIEWS = 64;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_ROUNDS = 1000;

    /**
     * Reads the arguments.
     *
     * @param arguments as given
     * @throws UsageException if they make no sense
     */
    static DisplayOptions parse(List<String> arguments) throws UsageException {
        Words words = new Words(arguments);
        int views = 16;
        int seconds = 30;
        int warmUp = 20;
        int rounds = 1;
        boolean check = false;
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--views" -> views = words.number(option, 1, MOST_VIEWS);
                case "--seconds" -> seconds = words.number(option, 1, MOST_SECONDS);
                case "--warm-up" -> warmUp = words.number(option, 0, MOST_SECONDS);
                case "--rounds" -> rounds = words.number(option, 1, MOST_ROUNDS);
                case "--check" -> check = true;
                default -> throw new UsageException("unknown option " + option);
            }
        }
        return new DisplayOptions(views, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), rounds, check);
    }
}
