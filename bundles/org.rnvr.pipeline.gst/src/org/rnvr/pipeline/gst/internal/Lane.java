package org.rnvr.pipeline.gst.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which a camera's pipeline is changed. After {@link #end()} what is handed in is ignored. */
public final class Lane implements TimedExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final ScheduledThreadPoolExecutor executor;

    /** Starts it. */
    public Lane(String name) {
        executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(reporting(task));
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return executor.schedule(reporting(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void end() {
        executor.shutdown();
    }

    private static Runnable reporting(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("A step of a camera pipeline failed", e);
            }
        };
    }
}
