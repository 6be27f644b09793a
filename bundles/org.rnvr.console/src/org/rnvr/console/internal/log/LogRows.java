package org.rnvr.console.internal.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of a log, oldest first, and those of them that are shown. Of too many the oldest go. For one thread. */
final class LogRows {

    /** The further lines of an entry that are kept. */
    static final int MOST_LINES = 300;

    private final int capacity;
    private final List<LogEntry> all = new ArrayList<>();
    private final List<LogEntry> shown = new ArrayList<>();
    private LogFilter filter = new LogFilter(LogLevel.TRACE, "");
    private int furtherLines;
    private boolean incomplete;

    LogRows(int capacity) {
        this.capacity = capacity;
    }

    /** Forgets all, for another file. */
    void clear() {
        all.clear();
        shown.clear();
        furtherLines = 0;
        incomplete = false;
    }

    /** Shows something else of it. */
    void filter(LogFilter next) {
        filter = next;
        shown.clear();
        all.stream().filter(filter::accepts).forEach(shown::add);
    }

    /** Adds what the file holds further. */
    void add(List<String> lines) {
        lines.forEach(this::add);
        if (all.size() > capacity) {
            all.subList(0, all.size() - capacity + capacity / 10).clear();
            incomplete = true;
            filter(filter);
        }
    }

    int size() {
        return shown.size();
    }

    LogEntry get(int index) {
        return shown.get(index);
    }

    /** Whether older entries of the file were let go. */
    boolean isIncomplete() {
        return incomplete;
    }

    private void add(String line) {
        Optional<LogEntry> entry = LogLine.read(line);
        if (entry.isPresent()) {
            furtherLines = 0;
            all.add(entry.get());
            if (filter.accepts(entry.get())) {
                shown.add(entry.get());
            }
        } else if (!all.isEmpty() && ++furtherLines <= MOST_LINES) {
            lengthen(line);
        }
    }

    private void lengthen(String line) {
        LogEntry last = all.get(all.size() - 1);
        LogEntry longer = last.with(line);
        all.set(all.size() - 1, longer);
        if (!shown.isEmpty() && shown.get(shown.size() - 1) == last) {
            shown.set(shown.size() - 1, longer);
        } else if (filter.accepts(longer)) {
            shown.add(longer);
        }
    }
}
