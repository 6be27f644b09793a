package org.rnvr.console.internal.playback;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Does what waits for the disk, one thing after the other, until its view is closed. Any thread. */
final class Lane implements Executor, AutoCloseable {

    private final ExecutorService thread;

    Lane(String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread created = new Thread(task, name);
            created.setDaemon(true);
            return created;
        });
    }

    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            if (!thread.isShutdown()) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
