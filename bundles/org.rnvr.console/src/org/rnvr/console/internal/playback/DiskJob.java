package org.rnvr.console.internal.playback;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.media.Progress;

/**
 * Work on recordings that waits for the disk, in the background, seen in the Progress view, which can cancel it.
 *
 * @param <T> what comes of it
 */
final class DiskJob<T> extends Job {

    private static final String BUNDLE = "org.rnvr.console";

    private final Work<T> work;
    private final Executor ui;
    private final Consumer<T> done;
    private final Consumer<String> failed;

    /**
     * The work.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Work<T> {

        /**
         * Does it.
         *
         * @throws IOException with a message for the operator
         */
        T run(Progress progress) throws IOException;
    }

    /**
     * A job.
     *
     * @param name for people
     * @param work what it does
     * @param ui runs on the UI thread
     * @param done told of the outcome, there
     * @param failed told of a failure, there
     */
    DiskJob(String name, Work<T> work, Executor ui, Consumer<T> done, Consumer<String> failed) {
        super(name);
        this.work = work;
        this.ui = ui;
        this.done = done;
        this.failed = failed;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try (MonitorProgress progress = new MonitorProgress(monitor)) {
            T result = work.run(progress);
            ui.execute(() -> done.accept(result));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (IOException e) {
            ui.execute(() -> failed.accept(Reasons.told(e)));
            // an error would be told once more by Eclipse, together with the next one of something else
            setProperty(IProgressConstants.KEEP_PROPERTY, true);
            return new Status(IStatus.WARNING, BUNDLE, Reasons.told(e), e);
        }
    }

    /** Shows progress in a job's monitor, which counts whole steps. */
    private static final class MonitorProgress implements Progress, AutoCloseable {

        private static final int STEPS = 1000;

        private final IProgressMonitor monitor;
        private int shown;

        MonitorProgress(IProgressMonitor monitor) {
            this.monitor = monitor;
            monitor.beginTask("", STEPS);
        }

        @Override
        public void done(double fraction) {
            int steps = (int) Math.round(Math.max(0, Math.min(1, fraction)) * STEPS);
            if (steps > shown) {
                monitor.worked(steps - shown);
                shown = steps;
            }
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }

        @Override
        public void close() {
            monitor.done();
        }
    }
}
