package org.rnvr.recorder.internal;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that do one thing after another. */
final class Lanes {

    private static final Logger LOGGER = LoggerFactory.getLogger(Lanes.class);

    private Lanes() {}

    /** One of this name, which ends with the process, and whose delayed work ends with it. */
    static ScheduledThreadPoolExecutor single(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    /** Work that, should it fail, does not end the lane. */
    static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOGGER.error("the recorder could not carry out a step", e);
            }
        };
    }
}
