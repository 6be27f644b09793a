package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Brings SQLite's native part into the process. The driver unpacks it, under a name of its own for every process, to the
 * folder of temporary files or the one of the property {@code org.sqlite.tmpdir}; where that folder cannot be written, or
 * programs may not be run from it, beside the catalog.
 */
final class SqliteLibrary {

    private static final Logger LOGGER = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String FOLDER = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /** Has no effect when it is there already. */
    static synchronized void load(Path otherwise) throws IOException {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            LOGGER.info("SQLite cannot be loaded from the folder of temporary files; trying {}", otherwise, e);
            System.setProperty(FOLDER, otherwise.toString());
            try {
                SQLiteJDBCLoader.initialize();
            } catch (Exception | LinkageError again) {
                again.addSuppressed(e);
                throw new IOException(
                        "SQLite cannot be loaded: the property " + FOLDER
                                + " must name a folder that can be written and" + " that programs can be run from",
                        again);
            }
        }
    }
}
