package org.rnvr.console.internal.recording;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.RecordingStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the volume again and again how long it lasts, aside from the UI, as that waits for the disk. */
final class ForecastWatch extends Job {

    private static final Logger LOG = LoggerFactory.getLogger(ForecastWatch.class);
    private static final long PAUSE_MS = 5_000;

    private final Volume volume;
    private final Runnable changed;
    private volatile Optional<Forecast> latest = Optional.empty();
    private boolean again;
    private volatile boolean closed;

    /** Begins; {@code changed} is called, on any thread, when there is a new one. */
    ForecastWatch(Volume volume, Runnable changed) {
        super(Messages.forecast_job);
        this.volume = volume;
        this.changed = changed;
        setSystem(true);
        schedule();
    }

    /** The latest; empty while the volume is away. */
    Optional<Forecast> latest() {
        return latest;
    }

    /** Asks now. */
    synchronized void soon() {
        if (!closed) {
            again = true;
            wakeUp();
            schedule();
        }
    }

    /** Ends; does not wait. */
    synchronized void close() {
        closed = true;
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        begin();
        latest = volume.storage().flatMap(ForecastWatch::ask);
        if (!closed) {
            changed.run();
        }
        goOn();
        return Status.OK_STATUS;
    }

    private synchronized void begin() {
        again = false;
    }

    /** Who asked meanwhile may have asked for another volume; and of two times the one that is told last would hold. */
    private synchronized void goOn() {
        if (!closed) {
            schedule(again ? 0 : PAUSE_MS);
        }
    }

    private static Optional<Forecast> ask(RecordingStorage storage) {
        try {
            return Optional.of(storage.forecast());
        } catch (IOException e) {
            // the state of the volume, which is shown, says why
            LOG.debug("There is no forecast: {}", e.toString());
            return Optional.empty();
        }
    }
}
