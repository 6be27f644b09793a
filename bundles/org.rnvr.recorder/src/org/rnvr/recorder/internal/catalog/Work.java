package org.rnvr.recorder.internal.catalog;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection to the catalog, in one transaction. */
@FunctionalInterface
interface Work<T> {
    T on(Connection connection) throws SQLException;
}
