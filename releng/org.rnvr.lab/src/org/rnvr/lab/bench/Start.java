package org.rnvr.lab.bench;

import java.util.Map;
import java.util.Optional;

/**
 * How one start went.
 *
 * @param site what was started
 * @param cold whether with a new data folder
 * @param seconds from the start of the script to each step that was waited for
 */
record Start(Site site, boolean cold, Map<Step, Double> seconds) {

    Start {
        seconds = Map.copyOf(seconds);
    }

    /** What is started. */
    enum Site {
        /** One demo camera, which the script starts too. */
        DEMO("demo"),
        /** A configuration without cameras. */
        EMPTY("empty");

        private final String word;

        Site(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** What is waited for. */
    enum Step {
        /** The journal says so. */
        STARTED,
        /** The window is on the screen. */
        WINDOW,
        /** The window answers a click. */
        USABLE,
        /** The journal says that the camera's first frame is there. */
        STREAMING,
        /** The camera's picture is on the screen. */
        PICTURE
    }

    Optional<Double> until(Step step) {
        return Optional.ofNullable(seconds.get(step));
    }
}
