package org.rnvr.pipeline.gst.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for what may block: the disk, the end of a connection, a look at the network. */
public final class Workers implements Executor {

    private final AtomicInteger lastNumber = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "gst-worker-" + lastNumber.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Takes no more; what runs may end. */
    public void end() {
        threads.shutdown();
    }
}
