package org.rnvr.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;

/**
 * What has happened, as it was written down.
 * <p>
 * An OSGi service; any thread.
 * <p>
 * Who wants all that was and all that comes registers first and reads then; an entry that is told twice is equal to itself.
 */
@ProviderType
public interface Journal {

    /**
     * Reads entries, the newest first: day by day (UTC) backwards, and within a day in the reverse order of writing, which
     * is that of time unless the clock was set. Nothing is kept in memory. Lines that cannot be read are left out.
     * <p>
     * Waits for the disk: not for the UI thread.
     *
     * @param query what to look for
     * @param reader called with every entry found, on the calling thread; says whether it wants more
     * @throws IOException if the journal cannot be read, with a message for the operator
     */
    void read(JournalQuery query, Predicate<JournalEntry> reader) throws IOException;

    /**
     * The newest entries, the newest first. Waits for the disk: not for the UI thread.
     *
     * @param query what to look for
     * @param limit how many at most, at least 1
     * @throws IOException as {@link #read} does
     */
    default List<JournalEntry> newest(JournalQuery query, int limit) throws IOException {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit);
        }
        List<JournalEntry> found = new ArrayList<>();
        read(query, entry -> found.add(entry) && found.size() < limit);
        return found;
    }

    /**
     * Registers for what is written from now on. The observer is called after each line was written, in order, on the thread
     * that writes the journal, and must return at once; an exception it throws is logged and otherwise ignored.
     */
    Registration observe(Consumer<JournalEntry> observer);
}
