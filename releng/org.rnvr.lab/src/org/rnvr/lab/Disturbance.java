package org.rnvr.lab;

/** What befalls the cameras. Times are of {@link System#nanoTime()}. */
interface Disturbance {

    /**
     * Lets it happen.
     *
     * @return when it began, no later than its first effect
     */
    long begin(Site site);

    /**
     * Takes it back.
     *
     * @return when the cameras could be recorded again, no later than the first moment that shows it, save for what a
     *     camera does between being ready and saying so
     */
    long end(Site site);

    /** A disturbance whose both ends are commands that act at once. */
    static Disturbance of(Action begin, Action end) {
        return new Disturbance() {
            @Override
            public long begin(Site site) {
                long now = System.nanoTime();
                begin.on(site);
                return now;
            }

            @Override
            public long end(Site site) {
                long now = System.nanoTime();
                end.on(site);
                return now;
            }
        };
    }

    /** The cameras' process is killed, and after it the cameras boot, which takes its time. */
    static Disturbance kill(Action boot) {
        return new Disturbance() {
            @Override
            public long begin(Site site) {
                long now = System.nanoTime();
                site.process().kill();
                return now;
            }

            @Override
            public long end(Site site) {
                boot.on(site);
                return System.nanoTime();
            }
        };
    }

    /** Something done to the cameras. */
    interface Action {
        void on(Site site);
    }
}
