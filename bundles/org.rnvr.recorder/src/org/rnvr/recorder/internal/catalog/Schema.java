package org.rnvr.recorder.internal.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The tables of the catalog, and the way to them from what earlier versions left. */
final class Schema {

    /** Marks the database as a catalog: "RNVR" in ASCII. */
    static final int APPLICATION_ID = 0x524e5652;

    /** Version of the tables that this program writes. */
    static final int VERSION = 1;

    /**
     * What covers more than this many microseconds has an index of its own. All else that touches a time begins no
     * earlier than this before it, so that one look into the index finds it; and of what is long there is never much.
     */
    static final long LONG = 2 * 3_600_000_000L;

    private static final List<String> FIRST = List.of(
            "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE camera (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                segments INTEGER NOT NULL DEFAULT 0,
                bytes INTEGER NOT NULL DEFAULT 0)""",
            "CREATE TABLE boot (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            "CREATE TABLE number (last INTEGER NOT NULL)",
            "INSERT INTO number VALUES (0)",
            // Without row numbers, so that a camera's day lies together and a cold disk reads it in a few steps.
            """
            CREATE TABLE segment (
                id INTEGER NOT NULL UNIQUE,
                camera INTEGER NOT NULL REFERENCES camera,
                file TEXT NOT NULL UNIQUE,
                start_us INTEGER NOT NULL,
                end_us INTEGER NOT NULL,
                low INTEGER NOT NULL,
                high INTEGER NOT NULL,
                boot INTEGER REFERENCES boot,
                start_ns INTEGER,
                end_ns INTEGER,
                camera_start_us INTEGER,
                codec TEXT NOT NULL,
                width INTEGER NOT NULL,
                height INTEGER NOT NULL,
                bytes INTEGER NOT NULL,
                frames INTEGER NOT NULL,
                cause TEXT NOT NULL,
                sha256 TEXT,
                PRIMARY KEY (camera, low, id)) WITHOUT ROWID""",
            "CREATE INDEX segment_long ON segment (camera, low) WHERE high - low > " + LONG,
            "CREATE INDEX segment_age ON segment (low)",
            "CREATE INDEX segment_size ON segment (camera, low, bytes)",
            """
            CREATE TRIGGER segment_added AFTER INSERT ON segment BEGIN
                UPDATE camera SET segments = segments + 1, bytes = bytes + NEW.bytes WHERE id = NEW.camera;
            END""",
            """
            CREATE TRIGGER segment_resized AFTER UPDATE OF bytes ON segment BEGIN
                UPDATE camera SET bytes = bytes - OLD.bytes + NEW.bytes WHERE id = NEW.camera;
            END""",
            """
            CREATE TRIGGER segment_removed AFTER DELETE ON segment BEGIN
                UPDATE camera SET segments = segments - 1, bytes = bytes - OLD.bytes WHERE id = OLD.camera;
            END""",
            """
            CREATE TABLE open_segment (
                file TEXT PRIMARY KEY,
                camera INTEGER NOT NULL REFERENCES camera,
                start_us INTEGER NOT NULL,
                boot INTEGER NOT NULL REFERENCES boot,
                start_ns INTEGER NOT NULL,
                session INTEGER NOT NULL,
                codec TEXT NOT NULL,
                width INTEGER NOT NULL,
                height INTEGER NOT NULL)""",
            """
            CREATE TABLE gap (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                camera INTEGER NOT NULL REFERENCES camera,
                from_us INTEGER NOT NULL,
                to_us INTEGER NOT NULL,
                low INTEGER NOT NULL,
                high INTEGER NOT NULL,
                cause TEXT NOT NULL)""",
            "CREATE INDEX gap_time ON gap (camera, low, high)",
            "CREATE INDEX gap_long ON gap (camera, low) WHERE high - low > " + LONG,
            """
            CREATE TABLE bookmark (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                camera INTEGER NOT NULL REFERENCES camera,
                from_us INTEGER NOT NULL,
                to_us INTEGER NOT NULL,
                note TEXT NOT NULL,
                created_us INTEGER NOT NULL)""",
            "CREATE INDEX bookmark_time ON bookmark (camera, from_us, to_us)",
            "CREATE TABLE unreadable (file TEXT PRIMARY KEY, bytes INTEGER NOT NULL, modified_us INTEGER NOT NULL)",
            "CREATE TABLE crash_end (camera INTEGER PRIMARY KEY REFERENCES camera, end_us INTEGER NOT NULL)");

    private Schema() {}

    /** Value of a pragma that is a number. */
    static int number(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Makes the tables; within the caller's transaction, so that there are all or none. */
    static void create(Connection connection, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String part : FIRST) {
                statement.executeUpdate(part);
            }
            statement.executeUpdate(
                    "INSERT INTO meta VALUES ('volume', '" + UUID.randomUUID() + "'), ('created', '" + now + "')");
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = " + VERSION);
        }
    }
}
