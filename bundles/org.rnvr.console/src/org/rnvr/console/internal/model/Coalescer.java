package org.rnvr.console.internal.model;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a task soon after it was asked for, once for any number of requests made meanwhile. Any thread.
 */
public final class Coalescer implements Runnable {

    private final Executor executor;
    private final Runnable task;
    private final AtomicBoolean pending = new AtomicBoolean();

    /** Runs the task there. */
    public Coalescer(Executor executor, Runnable task) {
        this.executor = executor;
        this.task = task;
    }

    /** Asks for the task. Everything done before this call is seen by the run that follows. */
    @Override
    public void run() {
        if (pending.compareAndSet(false, true)) {
            executor.execute(() -> {
                pending.set(false);
                task.run();
            });
        }
    }
}
