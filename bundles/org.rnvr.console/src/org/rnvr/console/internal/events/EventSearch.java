package org.rnvr.console.internal.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.journal.Journal;

/** Reads from the journal what is to be shown. Answers soon with the newest, and with all when it is done. */
final class EventSearch extends Job {

    private static final int FIRST_ANSWER = 500;

    /** Hears what was found; on the thread that searches. */
    @FunctionalInterface
    interface Listener {

        /**
         * Called once or twice.
         *
         * @param search whose answer it is
         * @param found the newest first
         * @param more whether there are older ones
         * @param done whether the search has ended
         * @param failure why it ended before its time, in words
         */
        void found(EventSearch search, List<EventRow> found, boolean more, boolean done, Optional<String> failure);
    }

    private final Journal journal;
    private final EventFilter filter;
    private final EventWords words;
    private final UnaryOperator<String> cameraName;
    private final int limit;
    private final Listener listener;

    EventSearch(
            Journal journal,
            EventFilter filter,
            EventWords words,
            UnaryOperator<String> cameraName,
            int limit,
            Listener listener) {
        super(Messages.search_job);
        this.journal = journal;
        this.filter = filter;
        this.words = words;
        this.cameraName = cameraName;
        this.limit = limit;
        this.listener = listener;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<EventRow> found = new ArrayList<>();
        boolean[] more = {false};
        try {
            journal.read(filter.query(), entry -> {
                EventRow row = words.row(entry);
                if (filter.containsAll(row, cameraName)) {
                    more[0] = found.size() == limit;
                    if (!more[0]) {
                        found.add(row);
                        if (found.size() == FIRST_ANSWER && !monitor.isCanceled()) {
                            listener.found(this, List.copyOf(found), true, false, Optional.empty());
                        }
                    }
                }
                return !more[0] && !monitor.isCanceled();
            });
            return answer(monitor, found, more[0], Optional.empty());
        } catch (IOException e) {
            return answer(monitor, found, true, Optional.of(Reasons.told(e)));
        }
    }

    private IStatus answer(IProgressMonitor monitor, List<EventRow> found, boolean more, Optional<String> failure) {
        if (monitor.isCanceled()) {
            return Status.CANCEL_STATUS;
        }
        listener.found(this, found, more, true, failure);
        return Status.OK_STATUS;
    }
}
