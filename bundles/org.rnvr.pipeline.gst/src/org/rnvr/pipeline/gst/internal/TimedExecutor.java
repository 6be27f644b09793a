package org.rnvr.pipeline.gst.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Runs tasks one after the other, at once or later. */
public interface TimedExecutor extends Executor {

    /** Runs a task after a while. */
    Future<?> schedule(Duration delay, Runnable task);

    /** Takes no more; what was to run later does not. */
    void end();
}
