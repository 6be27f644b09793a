package org.rnvr.lab.bench;

import java.util.List;
import org.rnvr.lab.UsageException;

/**
 * What the command line asks for.
 *
 * @param rounds how often each is started: the first time cold, then warm
 * @param check whether a goal that is missed is a failure
 */
record StartOptions(int rounds, boolean check) {

    private static final int LEAST_ROUNDS = 2;
    private static final int MOST_ROUNDS = 100;

    /**
     * Reads the arguments.
     *
     * @param arguments as given
     * @throws UsageException if they make no sense
     */
    static StartOptions parse(List<String> arguments) throws UsageException {
        Words words = new Words(arguments);
        int rounds = 6;
        boolean check = false;
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--rounds" -> rounds = words.number(option, LEAST_ROUNDS, MOST_ROUNDS);
                case "--check" -> check = true;
                default -> throw new UsageException("unknown option " + option);
            }
        }
        return new StartOptions(rounds, check);
    }
}
