package org.rnvr.pipeline.gst.internal.playback;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.rnvr.pipeline.gst.internal.TimedExecutor;

/** Runs what it gets when its time has come. */
final class SimulatedLane implements TimedExecutor {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long now = 1_000;
    private long number;

    private static final class Task extends CompletableFuture<Void> implements Comparable<Task> {

        private final long due;
        private final long number;
        private final Runnable run;

        Task(long due, long number, Runnable run) {
            this.due = due;
            this.number = number;
            this.run = run;
        }

        @Override
        public int compareTo(Task other) {
            return due != other.due ? Long.compare(due, other.due) : Long.compare(number, other.number);
        }
    }

    @Override
    public void execute(Runnable run) {
        tasks.add(new Task(now, number++, run));
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable run) {
        Task task = new Task(now + delay.toNanos(), number++, run);
        tasks.add(task);
        return task;
    }

    /** Its time, in nanoseconds. */
    long now() {
        return now;
    }

    void runFor(Duration time) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().due <= end) {
            Task task = tasks.poll();
            now = Math.max(now, task.due);
            if (!task.isCancelled()) {
                task.run.run();
            }
        }
        now = end;
    }

    @Override
    public void end() {
        tasks.clear();
    }
}
