package org.rnvr.product.tests;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sqlite.SQLiteConfig;

/** The catalog beside the recordings, as another program reads it. */
final class CatalogFile {

    private final Path recordings;

    CatalogFile(Path recordings) {
        this.recordings = recordings;
    }

    /**
     * A finished file.
     *
     * @param camera the camera
     * @param start arrival of its first frame
     * @param end arrival of its last frame
     * @param bytes its size
     * @param frames its video frames
     * @param cause why it ended
     */
    record Row(String camera, Instant start, Instant end, long bytes, long frames, String cause) {}

    /** All finished files. */
    Map<Path, Row> segments() throws SQLException {
        Map<Path, Row> rows = new LinkedHashMap<>();
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT name, file, start_us, end_us, segment.bytes, frames, cause FROM segment"
                                + " JOIN camera ON camera.id = segment.camera ORDER BY name, file")) {
            while (found.next()) {
                rows.put(
                        recordings.resolve(found.getString("file")),
                        new Row(
                                found.getString("name"),
                                instant(found.getLong("start_us")),
                                instant(found.getLong("end_us")),
                                found.getLong("bytes"),
                                found.getLong("frames"),
                                found.getString("cause")));
            }
        }
        return rows;
    }

    /** Files of a camera of one boot of the machine, by the clock that no change of time moves. */
    List<Path> inOrderOfRecording(String camera) throws SQLException {
        List<Path> files = new ArrayList<>();
        try (Connection connection = open();
                PreparedStatement query = connection.prepareStatement("SELECT file FROM segment"
                        + " JOIN camera ON camera.id = segment.camera WHERE name = ? ORDER BY start_ns")) {
            query.setString(1, camera);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    files.add(recordings.resolve(found.getString("file")));
                }
            }
        }
        return files;
    }

    /** Seconds from the last frame of each of a camera's files to the first of the next, by the clock that no change of time moves. */
    List<Double> pauses(String camera) throws SQLException {
        List<Double> pauses = new ArrayList<>();
        try (Connection connection = open();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT start_ns - lag(end_ns) OVER (ORDER BY start_ns) FROM segment"
                                + " JOIN camera ON camera.id = segment.camera WHERE name = ? ORDER BY start_ns")) {
            query.setString(1, camera);
            try (ResultSet found = query.executeQuery()) {
                found.next(); // before the first there is none
                while (found.next()) {
                    pauses.add(found.getLong(1) / 1e9);
                }
            }
        }
        return pauses;
    }

    /** Time from the last frame of a camera's first file to the last of its last, by the clock that no change of time moves. */
    double secondsBetweenEnds(String camera) throws SQLException {
        try (Connection connection = open();
                PreparedStatement query = connection.prepareStatement("SELECT max(end_ns) - min(end_ns) FROM segment"
                        + " JOIN camera ON camera.id = segment.camera WHERE name = ?")) {
            query.setString(1, camera);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getLong(1) / 1e9;
            }
        }
    }

    /** Files that hold nothing that can be played. */
    Set<Path> unreadable() throws SQLException {
        Set<Path> files = new TreeSet<>();
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT file FROM unreadable")) {
            while (found.next()) {
                files.add(recordings.resolve(found.getString("file")));
            }
        }
        return files;
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        return config.createConnection("jdbc:sqlite:" + recordings.resolve(".rnvr/catalog.db"));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
    }
}
