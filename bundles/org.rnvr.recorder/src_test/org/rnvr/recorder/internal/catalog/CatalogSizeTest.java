package org.rnvr.recorder.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.recorder.internal.catalog.CatalogFixture.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.media.Progress;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.Segment;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The catalog of a big site. Prints what it measures; the bounds only catch what is wrong by an order of magnitude. */
@Timeout(600)
class CatalogSizeTest {

    private static final int CAMERAS = 50;
    private static final int DAYS = 20;
    private static final int FILES_A_DAY = 100;
    private static final int ROWS = 2_000_000;
    private static final int ROW_CAMERAS = 64;

    @TempDir
    Path folder;

    @Test
    void aHundredThousandFilesAreCheckedInSeconds() throws IOException {
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            List<Path> some = new ArrayList<>();
            for (int camera = 0; camera < CAMERAS; camera++) {
                for (int day = 0; day < DAYS; day++) {
                    record(fixture, "cam_" + camera, day * 86_400L, some);
                }
            }
            measure("writing 100,000 rows", () -> fixture.catalog.footage().size());
            Files.delete(some.get(0));
            Files.writeString(some.get(1), "more than there was");
            Path unknown = fixture.fileAt("cam_x", NOON);
            FakeMedia.write(unknown, 60);

            long began = System.nanoTime();
            CatalogReport report = fixture.catalog.check(false, Progress.NONE);
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            System.out.println("start check of 100,000 segments: " + took.toMillis() + " ms");
            assertEquals(CAMERAS * DAYS * FILES_A_DAY, report.segments());
            assertEquals(List.of(some.get(0)), report.missing());
            assertEquals(List.of(some.get(1)), report.changed());
            assertEquals(List.of(unknown), report.entered());
            assertTrue(took.toSeconds() < 60, took.toString());
        }
    }

    private static void record(CatalogFixture fixture, String camera, long from, List<Path> some) throws IOException {
        for (int i = 0; i < FILES_A_DAY; i++) {
            Segment segment = fixture.segment(camera, from + i * 60L, from + i * 60L + 60);
            if (i == 0) {
                Files.createDirectories(segment.file().getParent());
                some.add(segment.file());
            }
            Files.writeString(segment.file(), "ten bytes!");
            fixture.catalog.closed(segment);
        }
    }

    @Test
    void aDayOfOneCameraAmongMillionsIsFoundAtOnce() throws Exception {
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            assertEquals(List.of(), fixture.catalog.footage());
            fixture.catalog.close();
            fill(fixture.database());
            fixture.start();
            measure("figures of all cameras", () -> fixture.catalog.footage().size());
            assertEquals(
                    ROWS,
                    fixture.catalog.footage().stream()
                            .mapToLong(camera -> camera.segments())
                            .sum());
            Random random = new Random(1);
            List<Duration> times = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String camera = "cam_" + random.nextInt(ROW_CAMERAS);
                Instant day = NOON.plusSeconds(86_400L * random.nextInt(20));
                long began = System.nanoTime();
                List<Segment> found = fixture.catalog.segments(camera, day, day.plusSeconds(86_400));
                times.add(Duration.ofNanos(System.nanoTime() - began));
                assertEquals(day.equals(NOON) ? 1_440 : 1_441, found.size());
            }
            Collections.sort(times);
            Duration median = times.get(times.size() / 2);
            System.out.println("a day of one camera of " + ROWS + " rows: median " + median.toMillis() + " ms, 99 % "
                    + times.get(times.size() * 99 / 100).toMillis() + " ms, longest "
                    + times.get(times.size() - 1).toMillis() + " ms");
            measure(
                    "the 1,000 oldest",
                    () -> fixture.catalog.oldest(1_000, Optional.empty(), false).size());
            measure("bytes of seven days", () -> fixture.catalog
                    .bytesRecordedSince(NOON.plusSeconds(14 * 86_400L))
                    .size());
            measure("a row that is finished", () -> {
                fixture.catalog.closed(fixture.segment("cam_1", 86_400_000, 86_400_060));
                return fixture.catalog.waiting();
            });
            assertTrue(median.toMillis() < 500, median.toString());
        }
    }

    /** Camera by camera, which a clustered table takes in fastest. */
    private static void fill(Path database) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setCacheSize(-200_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database.toUri());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP TRIGGER segment_added");
            statement.executeUpdate("INSERT INTO boot VALUES (1, 'boot')");
            statement.executeUpdate("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < "
                    + (ROW_CAMERAS - 1) + ") INSERT INTO camera (id, name) SELECT i, 'cam_' || i FROM n");
            long start = Micros.of(NOON);
            statement.executeUpdate("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < "
                    + (ROWS - 1) + "), t (id, camera, minute) AS (SELECT i + 1, i / " + (ROWS / ROW_CAMERAS) + ", i % "
                    + (ROWS / ROW_CAMERAS)
                    + " FROM n) INSERT INTO segment (id, camera, file, start_us, end_us, low, high, boot, start_ns, end_ns,"
                    + " codec, width, height, bytes, frames, cause, sha256)"
                    + " SELECT id, camera, 'cam_' || camera || '/' || (20260101 + minute / 1440) || '/cam_' || camera || '_'"
                    + " || (20260101 + minute / 1440) || '_' || minute || '.mkv', " + start + " + minute * 60000000, "
                    + start + " + minute * 60000000 + 60000000, " + start + " + minute * 60000000, " + start
                    + " + minute * 60000000 + 60000000, 1, minute * 60000000000, minute * 60000000000 + 60000000000,"
                    + " 'h264', 1920, 1080, 10000000, 1500, 'rotation', hex(randomblob(32)) FROM t");
            statement.executeUpdate("UPDATE number SET last = " + ROWS);
            statement.executeUpdate("UPDATE camera SET (segments, bytes) ="
                    + " (SELECT count(*), sum(bytes) FROM segment s WHERE s.camera = camera.id)");
        }
    }

    private static void measure(String what, Callable<Integer> work) throws IOException {
        long began = System.nanoTime();
        try {
            Integer result = work.call();
            System.out.println(
                    what + ": " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms (" + result + ")");
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
