package org.rnvr.console.internal;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How wide a person has made the columns of one table, over a restart. On the UI thread. */
final class ChosenWidths {

    private static final Logger LOG = LoggerFactory.getLogger(ChosenWidths.class);
    private static final String NODE = "org.rnvr.console";
    private static final long WRITTEN_AFTER_MS = TimeUnit.SECONDS.toMillis(1);

    private final String table;
    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
    private final Job writing = Job.createSystem("Keeping the widths of columns", (ICoreRunnable) monitor -> write());

    /** Of a table, by a name that is the same in every language. */
    ChosenWidths(String table) {
        this.table = table;
    }

    OptionalInt of(int column) {
        int width = preferences.getInt(key(column), 0);
        return width > 0 ? OptionalInt.of(width) : OptionalInt.empty();
    }

    void put(int column, int width) {
        preferences.putInt(key(column), width);
        writing.schedule(WRITTEN_AFTER_MS);
    }

    private String key(int column) {
        return "columns." + table + "." + column;
    }

    private void write() {
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The widths of the columns cannot be kept", e);
        }
    }
}
