package org.rnvr.monitor.internal.detection;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Tells whether the batch under way took up time, or this machine gave it none. On the monitor's lane, but for its beginning. */
final class BatchTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Null until the batch begins. */
    private volatile Thread thread;

    private long usedNanos;

    /** A batch is handed over. */
    void handOver() {
        thread = null;
    }

    /** It begins, on the thread that runs it. */
    void begin() {
        thread = Thread.currentThread();
    }

    /** Whether it waited or computed since this was asked before; if not, it was ready to run all the while. */
    boolean passed() {
        Thread running = thread;
        if (running == null) {
            return false;
        }
        long before = usedNanos;
        usedNanos = THREADS.getThreadCpuTime(running.getId());
        return running.getState() != Thread.State.RUNNABLE || usedNanos != before;
    }
}
