package org.rnvr.recorder.internal.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Footage;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/** Rows of the catalog as records and back. */
final class Tables {

    private static final String SEGMENT =
            """
            SELECT s.id, c.name, s.file, s.start_us, s.end_us, b.name, s.start_ns, s.end_ns, s.camera_start_us,
                s.codec, s.width, s.height, s.bytes, s.frames, s.cause, s.sha256
            FROM segment s %s JOIN camera c ON c.id = s.camera LEFT JOIN boot b ON b.id = s.boot
            WHERE s.""";

    /** Of what touches a time: the short by the index of beginnings, the long by theirs. See {@link Schema#LONG}. */
    private static final String SHORT = "camera = (SELECT id FROM camera WHERE name = ?1) AND low >= ?2 - "
            + Schema.LONG + " AND low < ?3 AND high >= ?2 AND high - low <= " + Schema.LONG;

    private static final String LONG = "camera = (SELECT id FROM camera WHERE name = ?1)"
            + " AND low < ?3 AND high >= ?2 AND high - low > " + Schema.LONG;

    private static final String TOUCHING_SEGMENTS = SEGMENT.formatted("NOT INDEXED") + SHORT + " UNION ALL "
            + SEGMENT.formatted("INDEXED BY segment_long") + LONG;

    private static final String TOUCHING_GAPS =
            "SELECT ?1, from_us, to_us, cause FROM gap INDEXED BY gap_time WHERE " + SHORT
                    + " UNION ALL SELECT ?1, from_us, to_us, cause FROM gap INDEXED BY gap_long WHERE " + LONG
                    + " ORDER BY from_us, to_us";

    private static final String BOOKMARKED =
            """
            EXISTS (SELECT 1 FROM bookmark m WHERE m.camera = s.camera AND m.from_us <= s.high AND m.to_us >= s.low)""";

    private final Connection connection;
    private final RelativeFiles files;

    Tables(Connection connection, RelativeFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /** Name of a file in the catalog; empty if it is not in the recording folder. */
    Optional<String> name(Path file) {
        return files.name(file);
    }

    /** Enters a finished segment in place of what the catalog may know of its file. */
    void add(String file, Segment segment) throws SQLException {
        rememberCamera(segment.cameraId());
        if (segment.monotonic().isPresent()) {
            rememberBoot(segment.monotonic().get().boot());
        }
        Span span = Span.of(segment.start(), segment.end(), segment.monotonic());
        update("UPDATE number SET last = last + 1");
        try (PreparedStatement insert = connection.prepareStatement(
                """
                INSERT INTO segment (id, camera, file, start_us, end_us, low, high, boot, start_ns, end_ns, camera_start_us,
                    codec, width, height, bytes, frames, cause, sha256)
                VALUES ((SELECT last FROM number), (SELECT id FROM camera WHERE name = ?), ?, ?, ?, ?, ?,
                    (SELECT id FROM boot WHERE name = ?), ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (file) DO UPDATE SET start_us = excluded.start_us, end_us = excluded.end_us,
                    low = excluded.low, high = excluded.high, boot = excluded.boot, start_ns = excluded.start_ns,
                    end_ns = excluded.end_ns, camera_start_us = excluded.camera_start_us, codec = excluded.codec,
                    width = excluded.width, height = excluded.height, bytes = excluded.bytes, frames = excluded.frames,
                    cause = excluded.cause, sha256 = excluded.sha256""")) {
            insert.setString(1, segment.cameraId());
            insert.setString(2, file);
            insert.setLong(3, Micros.of(segment.start()));
            insert.setLong(4, Micros.of(segment.end()));
            insert.setLong(5, span.low());
            insert.setLong(6, span.high());
            insert.setString(7, segment.monotonic().map(MonotonicSpan::boot).orElse(null));
            setLong(insert, 8, segment.monotonic().map(MonotonicSpan::startNanos));
            setLong(insert, 9, segment.monotonic().map(MonotonicSpan::endNanos));
            setLong(insert, 10, segment.cameraStart().map(Micros::of));
            insert.setString(11, segment.codec());
            insert.setInt(12, segment.width());
            insert.setInt(13, segment.height());
            insert.setLong(14, segment.bytes());
            insert.setLong(15, segment.frames());
            insert.setString(16, segment.cause().orElse(EndCause.UNKNOWN).name().toLowerCase(Locale.ROOT));
            insert.setString(17, segment.sha256().orElse(null));
            insert.executeUpdate();
        }
        update("DELETE FROM open_segment WHERE file = ?", file);
        update("DELETE FROM unreadable WHERE file = ?", file);
    }

    void addOpen(String file, OpenFile open) throws SQLException {
        rememberCamera(open.cameraId());
        rememberBoot(open.boot());
        update(
                """
                INSERT OR REPLACE INTO open_segment (file, camera, start_us, boot, start_ns, session, codec, width, height)
                VALUES (?, (SELECT id FROM camera WHERE name = ?), ?, (SELECT id FROM boot WHERE name = ?), ?, ?, ?, ?, ?)""",
                file,
                open.cameraId(),
                Micros.of(open.start()),
                open.boot(),
                open.startNanos(),
                open.session(),
                open.codec(),
                open.width(),
                open.height());
    }

    void removeOpen(String file) throws SQLException {
        update("DELETE FROM open_segment WHERE file = ?", file);
    }

    /** All that were being written, as far as the catalog heard, by name of the file. */
    List<OpenFile> open() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        """
                        SELECT c.name, o.file, o.start_us, b.name, o.start_ns, o.session, o.codec, o.width, o.height
                        FROM open_segment o JOIN camera c ON c.id = o.camera JOIN boot b ON b.id = o.boot
                        ORDER BY o.file""");
                ResultSet row = query.executeQuery()) {
            List<OpenFile> open = new ArrayList<>();
            while (row.next()) {
                open.add(new OpenFile(
                        row.getString(1),
                        files.file(row.getString(2)),
                        Micros.toInstant(row.getLong(3)),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getInt(9)));
            }
            return open;
        }
    }

    void remove(String file) throws SQLException {
        update("DELETE FROM segment WHERE file = ?", file);
    }

    void hash(String file, String sha256) throws SQLException {
        update("UPDATE segment SET sha256 = ? WHERE file = ?", sha256, file);
    }

    Optional<Segment> segment(String file) throws SQLException {
        return segments(SEGMENT.formatted("") + "file = ?", file).stream().findFirst();
    }

    /** Segments whose file's name begins with a folder, by name. */
    List<Segment> segmentsIn(String folder) throws SQLException {
        // '0' follows '/' in the order of the index.
        return segments(SEGMENT.formatted("") + "file > ? AND s.file < ? ORDER BY s.file", folder + "/", folder + "0");
    }

    /** Names of all finished files. */
    List<String> files() throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT file FROM segment");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** The first name of a file that is behind another in the order of names. */
    Optional<String> fileAfter(String file) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT file FROM segment WHERE file > ? ORDER BY file LIMIT 1")) {
            query.setString(1, file);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Number of the segment entered last. */
    long lastId() throws SQLException {
        return number("SELECT last FROM number");
    }

    /** Segments entered after the one of this number. */
    List<Segment> segmentsAfter(long id) throws SQLException {
        return segments(SEGMENT.formatted("") + "id > ?", id);
    }

    /** Finished segments of a camera that have footage at {@code from}, at {@code to} but for the last, or in between. */
    List<Segment> touching(String cameraId, Instant from, Instant to) throws SQLException {
        return segments(TOUCHING_SEGMENTS, cameraId, Micros.of(from), bound(from, to));
    }

    /**
     * Those with the earliest footage first.
     *
     * @param limit how many at most
     * @param endedBefore only what ended before
     * @param bookmarkedToo whether those with a bookmark count
     */
    List<Segment> oldest(int limit, Instant endedBefore, boolean bookmarkedToo) throws SQLException {
        return segments(
                SEGMENT.formatted("INDEXED BY segment_age") + "high < ?"
                        + (bookmarkedToo ? "" : " AND NOT " + BOOKMARKED) + " ORDER BY s.low LIMIT ?",
                Micros.of(endedBefore),
                limit);
    }

    boolean isBookmarked(String file) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM segment s WHERE s.file = ? AND " + BOOKMARKED)) {
            query.setString(1, file);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private List<Segment> segments(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, arguments);
            try (ResultSet row = query.executeQuery()) {
                List<Segment> segments = new ArrayList<>();
                while (row.next()) {
                    segments.add(segment(row));
                }
                return segments;
            }
        }
    }

    private Segment segment(ResultSet row) throws SQLException {
        Optional<MonotonicSpan> monotonic = Optional.empty();
        String boot = row.getString(6);
        if (boot != null) {
            monotonic = Optional.of(new MonotonicSpan(boot, row.getLong(7), row.getLong(8)));
        }
        long cameraStart = row.getLong(9);
        Optional<Instant> toldStart = row.wasNull() ? Optional.empty() : Optional.of(Micros.toInstant(cameraStart));
        return new Segment(
                row.getLong(1),
                row.getString(2),
                files.file(row.getString(3)),
                Micros.toInstant(row.getLong(4)),
                Micros.toInstant(row.getLong(5)),
                monotonic,
                toldStart,
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                row.getLong(13),
                row.getLong(14),
                Optional.of(EndCause.valueOf(row.getString(15).toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.getString(16)));
    }

    void add(RecordedGap gap) throws SQLException {
        rememberCamera(gap.cameraId());
        Span span = Span.of(gap.from(), gap.to());
        update(
                """
                INSERT INTO gap (camera, from_us, to_us, low, high, cause)
                VALUES ((SELECT id FROM camera WHERE name = ?), ?, ?, ?, ?, ?)""",
                gap.cameraId(),
                Micros.of(gap.from()),
                Micros.of(gap.to()),
                span.low(),
                span.high(),
                gap.cause());
    }

    List<RecordedGap> gaps(String cameraId, Instant from, Instant to) throws SQLException {
        return gaps(TOUCHING_GAPS, cameraId, Micros.of(from), bound(from, to));
    }

    /** Gaps entered after the one of this number. */
    List<RecordedGap> gapsAfter(long id) throws SQLException {
        return gaps(
                "SELECT c.name, from_us, to_us, cause FROM gap g JOIN camera c ON c.id = g.camera WHERE g.id > ?", id);
    }

    /** Number of the gap entered last. */
    long lastGap() throws SQLException {
        return number("SELECT max(id) FROM gap");
    }

    private List<RecordedGap> gaps(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, arguments);
            try (ResultSet row = query.executeQuery()) {
                List<RecordedGap> gaps = new ArrayList<>();
                while (row.next()) {
                    gaps.add(new RecordedGap(
                            row.getString(1),
                            Micros.toInstant(row.getLong(2)),
                            Micros.toInstant(row.getLong(3)),
                            row.getString(4)));
                }
                return gaps;
            }
        }
    }

    /** Enters a bookmark and gives it a number. */
    Bookmark addBookmark(Bookmark bookmark) throws SQLException {
        rememberCamera(bookmark.cameraId());
        try (PreparedStatement insert = connection.prepareStatement(
                """
                INSERT INTO bookmark (camera, from_us, to_us, note, created_us)
                VALUES ((SELECT id FROM camera WHERE name = ?), ?, ?, ?, ?) RETURNING id""")) {
            bind(
                    insert,
                    bookmark.cameraId(),
                    Micros.of(bookmark.from()),
                    Micros.of(bookmark.to()),
                    bookmark.note(),
                    Micros.of(bookmark.created()));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new Bookmark(
                        row.getLong(1),
                        bookmark.cameraId(),
                        bookmark.from(),
                        bookmark.to(),
                        bookmark.note(),
                        bookmark.created());
            }
        }
    }

    /** Enters a bookmark with the number it has. */
    void keepBookmark(Bookmark bookmark) throws SQLException {
        rememberCamera(bookmark.cameraId());
        update(
                """
                INSERT INTO bookmark (id, camera, from_us, to_us, note, created_us)
                VALUES (?, (SELECT id FROM camera WHERE name = ?), ?, ?, ?, ?)""",
                bookmark.id(),
                bookmark.cameraId(),
                Micros.of(bookmark.from()),
                Micros.of(bookmark.to()),
                bookmark.note(),
                Micros.of(bookmark.created()));
    }

    List<Bookmark> allBookmarks() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        """
                        SELECT m.id, c.name, m.from_us, m.to_us, m.note, m.created_us
                        FROM bookmark m JOIN camera c ON c.id = m.camera ORDER BY m.id""");
                ResultSet row = query.executeQuery()) {
            List<Bookmark> bookmarks = new ArrayList<>();
            while (row.next()) {
                bookmarks.add(new Bookmark(
                        row.getLong(1),
                        row.getString(2),
                        Micros.toInstant(row.getLong(3)),
                        Micros.toInstant(row.getLong(4)),
                        row.getString(5),
                        Micros.toInstant(row.getLong(6))));
            }
            return bookmarks;
        }
    }

    /** The camera of the bookmark that is no more; empty if there was none. */
    Optional<String> removeBookmark(long id) throws SQLException {
        Optional<String> camera = Optional.empty();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT c.name FROM bookmark m JOIN camera c ON c.id = m.camera WHERE m.id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    camera = Optional.of(row.getString(1));
                }
            }
        }
        update("DELETE FROM bookmark WHERE id = ?", id);
        return camera;
    }

    List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                SELECT id, from_us, to_us, note, created_us FROM bookmark
                WHERE camera = (SELECT id FROM camera WHERE name = ?) AND to_us >= ? AND from_us < ?
                ORDER BY from_us, id""")) {
            bind(query, cameraId, Micros.of(from), bound(from, to));
            try (ResultSet row = query.executeQuery()) {
                List<Bookmark> bookmarks = new ArrayList<>();
                while (row.next()) {
                    bookmarks.add(new Bookmark(
                            row.getLong(1),
                            cameraId,
                            Micros.toInstant(row.getLong(2)),
                            Micros.toInstant(row.getLong(3)),
                            row.getString(4),
                            Micros.toInstant(row.getLong(5))));
                }
                return bookmarks;
            }
        }
    }

    /** Figures of every camera of which there are finished segments, by id. */
    List<Footage> footage() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT name, segments, bytes,"
                        + " (SELECT min(low) FROM segment s WHERE s.camera = c.id),"
                        + " (SELECT max(high) FROM segment s WHERE s.camera = c.id"
                        + "     AND low >= (SELECT max(low) FROM segment l WHERE l.camera = c.id) - " + Schema.LONG
                        + "),"
                        + " (SELECT max(high) FROM segment s INDEXED BY segment_long"
                        + "     WHERE s.camera = c.id AND high - low > " + Schema.LONG + ")"
                        + " FROM camera c WHERE segments > 0 ORDER BY name");
                ResultSet row = query.executeQuery()) {
            List<Footage> footage = new ArrayList<>();
            while (row.next()) {
                footage.add(new Footage(
                        row.getString(1),
                        Micros.toInstant(row.getLong(4)),
                        Micros.toInstant(
                                Math.max(row.getLong(5), row.getObject(6) == null ? Long.MIN_VALUE : row.getLong(6))),
                        row.getLong(2),
                        row.getLong(3)));
            }
            return footage;
        }
    }

    /** Number of finished segments. */
    long count() throws SQLException {
        return number("SELECT total(segments) FROM camera");
    }

    /** Bytes of a camera's finished segments that began at a time or later. */
    long bytesSince(String cameraId, Instant time) throws SQLException {
        return number(
                """
                SELECT total(bytes) FROM segment INDEXED BY segment_size
                WHERE camera = (SELECT id FROM camera WHERE name = ?) AND low >= ?""",
                cameraId,
                Micros.of(time));
    }

    /** Remembers that a file of this size and time of change holds nothing that can be played. */
    void addUnreadable(String file, long bytes, Instant modified) throws SQLException {
        update("INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?)", file, bytes, Micros.of(modified));
    }

    boolean isUnreadable(String file, long bytes, Instant modified) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT 1 FROM unreadable WHERE file = ? AND bytes = ? AND modified_us = ?")) {
            bind(query, file, bytes, Micros.of(modified));
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Remembers that a camera's footage ended with a crash, and what comes next is not there yet. */
    void addCrashEnd(String cameraId, Instant end) throws SQLException {
        rememberCamera(cameraId);
        update(
                "INSERT OR REPLACE INTO crash_end VALUES ((SELECT id FROM camera WHERE name = ?), ?)",
                cameraId,
                Micros.of(end));
    }

    /** Forgets it, and says when it was. */
    Optional<Instant> takeCrashEnd(String cameraId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM crash_end WHERE camera = (SELECT id FROM camera WHERE name = ?) RETURNING end_us")) {
            delete.setString(1, cameraId);
            try (ResultSet row = delete.executeQuery()) {
                return row.next() ? Optional.of(Micros.toInstant(row.getLong(1))) : Optional.empty();
            }
        }
    }

    /** What SQLite finds wrong with the database; reads all of it. */
    Optional<String> problem() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("PRAGMA quick_check(1)");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)).filter(text -> !text.equals("ok")) : Optional.empty();
        }
    }

    private void rememberCamera(String cameraId) throws SQLException {
        update("INSERT INTO camera (name) VALUES (?) ON CONFLICT DO NOTHING", cameraId);
    }

    private void rememberBoot(String boot) throws SQLException {
        update("INSERT INTO boot (name) VALUES (?) ON CONFLICT DO NOTHING", boot);
    }

    /** The end of a range, exclusive; a moment counts as the microsecond it is. */
    private static long bound(Instant from, Instant to) {
        return Math.max(Micros.of(to), Micros.of(from) + 1);
    }

    /** The number that a query answers with; 0 for none. */
    private long number(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, arguments);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    private static void setLong(PreparedStatement statement, int index, Optional<Long> value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(index, value.get());
        } else {
            statement.setNull(index, Types.INTEGER);
        }
    }
}
