package org.rnvr.console.internal.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of the list: what was found in the journal, and what has been written to it since. Of too many the oldest go. An
 * event that was both found and told stands there once. For one thread.
 */
final class EventRows {

    /** How many of the newest that were found may be told again, as they were written while the journal was read. */
    private static final int OVERLAP = 5_000;

    private final int capacity;
    private final List<EventRow> oldestFirst = new ArrayList<>();
    private final Set<EventRow> toldAgain = new HashSet<>();
    private boolean newestFirst = true;
    private boolean incomplete;

    EventRows(int capacity) {
        this.capacity = capacity;
    }

    /** From now on these, which come newest first, and then what was told meanwhile, oldest first. */
    void become(List<EventRow> found, boolean more, List<EventRow> told) {
        oldestFirst.clear();
        toldAgain.clear();
        for (int i = found.size() - 1; i >= 0; i--) {
            oldestFirst.add(found.get(i));
        }
        toldAgain.addAll(found.subList(0, Math.min(OVERLAP, found.size())));
        incomplete = more;
        told.forEach(this::add);
    }

    /** Adds what was told, and says whether it is new. */
    boolean add(EventRow row) {
        if (toldAgain.remove(row)) {
            return false;
        }
        oldestFirst.add(row);
        if (oldestFirst.size() > capacity) {
            // many at once, as all others move each time
            oldestFirst.subList(0, Math.max(1, capacity / 100)).clear();
            incomplete = true;
        }
        return true;
    }

    void orderNewestFirst(boolean newest) {
        newestFirst = newest;
    }

    boolean isNewestFirst() {
        return newestFirst;
    }

    int size() {
        return oldestFirst.size();
    }

    /** Whether there are older ones that are not in the list. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** In the order in which they are shown. */
    EventRow get(int index) {
        return oldestFirst.get(newestFirst ? oldestFirst.size() - 1 - index : index);
    }

    /** All, in the order in which they are shown. */
    List<EventRow> all() {
        List<EventRow> all = new ArrayList<>(oldestFirst.size());
        for (int i = 0; i < oldestFirst.size(); i++) {
            all.add(get(i));
        }
        return all;
    }
}
