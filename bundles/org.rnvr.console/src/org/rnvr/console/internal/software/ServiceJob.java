package org.rnvr.console.internal.software;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Something that the service of updates does, seen in the Progress view, which can cancel it. No thread waits for it.
 *
 * @param <T> what comes of it
 */
final class ServiceJob<T> extends Job {

    private final Supplier<CompletableFuture<T>> work;
    private final Executor ui;
    private final Consumer<T> done;
    private final Consumer<Throwable> failed;
    private volatile Optional<CompletableFuture<T>> running = Optional.empty();

    /**
     * A job.
     *
     * @param name for people
     * @param work begins it
     * @param ui runs on the UI thread
     * @param done told of the outcome, there
     * @param failed told of a failure, there; one that was cancelled tells nobody
     */
    ServiceJob(
            String name,
            Supplier<CompletableFuture<T>> work,
            Executor ui,
            Consumer<T> done,
            Consumer<Throwable> failed) {
        super(name);
        this.work = work;
        this.ui = ui;
        this.done = done;
        this.failed = failed;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask("", IProgressMonitor.UNKNOWN);
        CompletableFuture<T> future = work.get();
        running = Optional.of(future);
        if (monitor.isCanceled()) {
            future.cancel(false);
        }
        future.whenComplete(this::ended);
        return ASYNC_FINISH;
    }

    @Override
    protected void canceling() {
        running.ifPresent(future -> future.cancel(false));
    }

    private void ended(T result, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause == null) {
            ui.execute(() -> done.accept(result));
            done(Status.OK_STATUS);
        } else if (cause instanceof CancellationException) {
            done(Status.CANCEL_STATUS);
        } else {
            ui.execute(() -> failed.accept(cause));
            done(Status.CANCEL_STATUS); // an error would be shown once more, by Eclipse
        }
    }
}
