package org.rnvr.recorder.internal.evidence;

import java.util.concurrent.CancellationException;
import org.rnvr.media.Progress;

/** Counts bytes of work for a {@link Progress}. Confined to the thread that works. */
final class ByteProgress {

    private final Progress progress;
    private final long total;
    private long passed;
    private double told;

    /** Of so many bytes in all. */
    ByteProgress(Progress progress, long total) {
        this.progress = progress;
        this.total = Math.max(1, total);
    }

    /**
     * So many bytes more are done.
     *
     * @throws CancellationException if the work was cancelled
     */
    void passed(long bytes) {
        passed += bytes;
        tell(passed);
        check();
    }

    /** How far it is, by the count from the beginning; what is told never falls. */
    void reached(long bytes) {
        passed = Math.max(passed, bytes);
        tell(passed);
    }

    /** Ends the work if it was cancelled. */
    void check() {
        if (progress.isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    boolean isCancelled() {
        return progress.isCancelled();
    }

    /** Of a part that is so many bytes of the whole, to be counted as passed when it has ended. */
    Progress part(long bytes) {
        return new Progress() {
            @Override
            public void done(double fraction) {
                tell(passed + bytes * Math.max(0, Math.min(1, fraction)));
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    private void tell(double bytes) {
        told = Math.max(told, Math.min(1, bytes / total));
        progress.done(told);
    }
}
