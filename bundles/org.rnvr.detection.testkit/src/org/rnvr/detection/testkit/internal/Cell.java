package org.rnvr.detection.testkit.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread of its own for foreign code, in a group of its own, so that every thread which the code starts is known. A cell is
 * used once.
 */
final class Cell {

    private static final long LOOK_MILLIS = 50;

    private final ThreadGroup group = new ThreadGroup("rnvr-strategy-check");
    private final long looks;

    /**
     * Of nothing yet.
     *
     * @param patience how long one call of foreign code may take
     */
    Cell(Duration patience) {
        looks = Math.max(1, patience.toMillis() / LOOK_MILLIS);
    }

    /** The code does not come back. Its message tells where it is. */
    static final class BlockedException extends Exception {
        private static final long serialVersionUID = 1;

        BlockedException(String message) {
            super(message);
        }
    }

    /**
     * Runs it to its end, or until it is in the same call for too long. Patience is counted in looks, not in time, which also
     * passes when this machine stands still.
     *
     * @throws IllegalStateException if it fails, or the calling thread is interrupted
     */
    void run(Runnable code, Calls calls) throws BlockedException {
        FutureTask<Void> task = new FutureTask<>(code, null);
        Thread thread = new Thread(group, task, "rnvr-strategy-check");
        thread.setDaemon(true);
        thread.start();
        long seen = calls.number();
        long same = 0;
        while (!isDone(task)) {
            long now = calls.number();
            same = Calls.isInside(now) && now == seen ? same + 1 : 0;
            seen = now;
            if (same >= looks) {
                throw blocked(thread);
            }
        }
    }

    /** The threads that do not end, by name. */
    List<String> threadsLeft() {
        for (long i = 0; i < looks && group.activeCount() > 0; i++) {
            pause();
        }
        Thread[] threads = new Thread[group.activeCount() + 1];
        int count = group.enumerate(threads);
        return Arrays.stream(threads, 0, count).map(Thread::getName).sorted().toList();
    }

    private BlockedException blocked(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        thread.interrupt();
        for (long i = 0; i < looks && thread.isAlive(); i++) {
            pause();
        }
        String where = stack.length == 0 ? "" : " in " + stack[0].getClassName() + "." + stack[0].getMethodName();
        return new BlockedException(
                "Blocks" + where + (thread.isAlive() ? ", and goes on when it is interrupted." : "."));
    }

    private static boolean isDone(FutureTask<Void> task) {
        try {
            task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The strategy cannot be run: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The check was interrupted", e);
    }
}
