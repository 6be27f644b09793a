package org.rnvr.console.internal.recording;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.rnvr.console.internal.model.Observers;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;
import org.rnvr.media.Progress;

/**
 * Work on the volume that waits for the disk: one piece at a time, with its progress and its result. It outlives the view
 * that it was begun from. Any thread.
 */
@Component(service = VolumeWork.class)
public final class VolumeWork {

    /** What is to be done. */
    @FunctionalInterface
    interface Task {

        /** Does it and says in words what came of it. */
        String run(Progress progress) throws IOException;
    }

    /**
     * How it is going.
     *
     * @param name of the work
     * @param fraction how much is done, 0 to 1; empty when it has ended
     * @param result what came of it; empty while it runs
     * @param failed whether it failed
     */
    record Stand(String name, Optional<Double> fraction, String result, boolean failed) {
        boolean isRunning() {
            return fraction.isPresent();
        }
    }

    private final Observers observers = new Observers();
    private volatile Optional<Stand> stand = Optional.empty();
    private Optional<Job> job = Optional.empty();

    @Deactivate
    void deactivate() {
        cancel();
    }

    /** Calls the observer, on any thread, when it goes on. It must return at once. */
    Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    /** How the latest work is going; empty when there was none. */
    Optional<Stand> stand() {
        return stand;
    }

    /** Begins a piece of work, unless another is under way. */
    synchronized void begin(String name, Task task) {
        if (stand.filter(Stand::isRunning).isEmpty()) {
            become(new Stand(name, Optional.of(0.0), "", false));
            Job work = Job.create(name, (IJobFunction) monitor -> run(name, task, monitor));
            job = Optional.of(work);
            work.schedule();
        }
    }

    /** Asks the work to end. */
    synchronized void cancel() {
        boolean neverRuns = job.map(Job::cancel).orElse(false);
        if (neverRuns) {
            // Nobody else would say so where no thread had taken it up yet.
            stand.filter(Stand::isRunning).map(Stand::name).ifPresent(this::becomeCancelled);
        }
    }

    private IStatus run(String name, Task task, IProgressMonitor monitor) {
        try {
            become(new Stand(name, Optional.empty(), task.run(new Shown(name, monitor)), false));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            becomeCancelled(name);
            return Status.CANCEL_STATUS;
        } catch (IOException | RuntimeException e) {
            become(new Stand(name, Optional.empty(), NLS.bind(Messages.work_failed, Reasons.told(e)), true));
            return Status.OK_STATUS;
        }
    }

    private void becomeCancelled(String name) {
        become(new Stand(name, Optional.empty(), Messages.work_cancelled, false));
    }

    private void become(Stand next) {
        stand = Optional.of(next);
        observers.call();
    }

    private final class Shown implements Progress {

        private final String name;
        private final IProgressMonitor monitor;

        Shown(String name, IProgressMonitor monitor) {
            this.name = name;
            this.monitor = monitor;
        }

        @Override
        public void done(double fraction) {
            become(new Stand(name, Optional.of(fraction), "", false));
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }
    }
}
