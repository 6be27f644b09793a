package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Lets the list of bundles take effect in the running framework, by one thread. A bundle whose start level is changed after it
 * was installed is started by the framework's thread of start levels; meanwhile that of refreshes stops it again, and the
 * framework and Felix SCR wait for each other until both give up. So bundles get their start level as they are installed.
 */
final class LiveChange {

    private final FrameworkStartLevel framework;
    private final Change change;
    private final Executor late;
    private final Runnable held;

    /**
     * Nothing changes yet.
     *
     * @param framework gives start levels to bundles that are installed
     * @param change installs, starts and removes bundles, by the list; it waits as long as one of them does not stop
     * @param late runs a task once a change should have been made
     * @param held told by {@code late} when it still is not
     */
    LiveChange(FrameworkStartLevel framework, Change change, Executor late, Runnable held) {
        this.framework = framework;
        this.change = change;
        this.late = late;
        this.held = held;
    }

    /** Whether bundles of these start levels can come: the framework gives one and the same to those it installs. */
    static boolean isPossible(Set<Integer> startLevels) {
        return startLevels.size() <= 1;
    }

    /** Makes it; what comes has these start levels. */
    void make(Set<Integer> startLevels) throws IOException {
        CompletableFuture<Void> watched = CompletableFuture.runAsync(held, late);
        int usual = framework.getInitialBundleStartLevel();
        startLevels.stream().filter(level -> level > 0).forEach(framework::setInitialBundleStartLevel);
        try {
            change.make();
        } finally {
            watched.cancel(false);
            framework.setInitialBundleStartLevel(usual);
        }
    }

    /** Applies the list. */
    @FunctionalInterface
    interface Change {
        void make() throws IOException;
    }
}
