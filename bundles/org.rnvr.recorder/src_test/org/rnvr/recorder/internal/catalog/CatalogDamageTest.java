package org.rnvr.recorder.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.media.Progress;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.Segment;
import org.sqlite.SQLiteDataSource;

@Timeout(120)
class CatalogDamageTest {

    private static final String CAMERA = "cam_1";

    @TempDir
    Path folder;

    private List<Path> record(CatalogFixture fixture, int segments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            Segment segment = fixture.onDisk(fixture.segment(CAMERA, i * 60L, i * 60L + 60));
            fixture.catalog.closed(segment);
            files.add(segment.file());
        }
        return files;
    }

    private List<Path> damaged() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".rnvr"))) {
            return files.filter(file -> file.getFileName().toString().matches("catalog\\.db\\.damaged-\\d{8}T\\d{9}Z"))
                    .toList();
        }
    }

    @Test
    void whatIsNoDatabaseIsMovedAsideAndMadeAnewFromTheFiles() throws IOException {
        List<Path> files;
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            files = record(fixture, 3);
            assertEquals(files, fixture.allFiles(CAMERA));
        }
        byte[] rubbish = "no database, but long enough that SQLite looks at it "
                .repeat(100)
                .getBytes();
        Files.write(folder.resolve(".rnvr/catalog.db"), rubbish);
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            CatalogReport report = fixture.catalog.check(false, Progress.NONE);
            assertEquals(List.of(), report.missing());
            assertEquals(files, fixture.allFiles(CAMERA));
            assertEquals(1, fixture.alerts.size());
            assertTrue(fixture.alerts.get(0).contains("was damaged"), fixture.alerts.get(0));
        }
        assertEquals(1, damaged().size());
        assertArrayEquals(rubbish, Files.readAllBytes(damaged().get(0)));
    }

    @Test
    void damageWithinIsFoundByUseAndMadeGoodWhileRecordingGoesOn() throws Exception {
        List<Path> files;
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            files = new ArrayList<>(record(fixture, 400));
            assertEquals(files, fixture.allFiles(CAMERA));
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(".rnvr/catalog.db"), StandardOpenOption.WRITE)) {
            // All but the first page, which is all that opening looks at.
            for (long at = 4096; at < channel.size(); at += 4096) {
                channel.write(ByteBuffer.wrap(new byte[] {99, 99, 99, 99, 99, 99, 99, 99}), at);
            }
        }
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            OpenFile open = fixture.open(CAMERA, 100_000);
            FakeMedia.write(open.file(), 1);
            fixture.catalog.opened(open);
            files.add(open.file());
            assertTrue(fixture.allFiles(CAMERA).contains(open.file()));
            fixture.catalog.check(false, Progress.NONE);
            assertEquals(files, fixture.allFiles(CAMERA));
            assertEquals(1, fixture.alerts.size(), fixture.alerts.toString());
        }
        assertEquals(1, damaged().size());
    }

    @Test
    void damageThatOnlyAFullCheckSeesIsFoundByOne() throws Exception {
        List<Path> files;
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            files = record(fixture, 400);
            assertEquals(files, fixture.allFiles(CAMERA));
        }
        Path database = folder.resolve(".rnvr/catalog.db");
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {99, 99, 99, 99, 99, 99, 99, 99}), channel.size() - 4096);
        }
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            IOException damage = assertThrows(IOException.class, () -> fixture.catalog.check(true, Progress.NONE));
            assertTrue(damage.getMessage().contains("damaged"), damage.getMessage());
            fixture.catalog.check(true, Progress.NONE);
            assertEquals(files, fixture.allFiles(CAMERA));
        }
    }

    @Test
    void theDatabaseOfANewerVersionIsNotTouched() throws Exception {
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            record(fixture, 3);
            assertEquals(3, fixture.allFiles(CAMERA).size());
        }
        Path database = folder.resolve(".rnvr/catalog.db");
        execute(database, "PRAGMA user_version = 7");
        byte[] before = Files.readAllBytes(database);
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            fixture.catalog.closed(fixture.segment(CAMERA, 1_000, 1_060));
            IOException refused = assertThrows(IOException.class, () -> fixture.allFiles(CAMERA));
            String said =
                    "was made by a newer version of RNVR (its tables are of version 7, this version knows up to 1)";
            assertTrue(refused.getMessage().contains(said), refused.getMessage());
            assertThrows(IOException.class, () -> fixture.catalog.rebuild(Progress.NONE));
            assertThrows(
                    IOException.class,
                    () -> fixture.catalog.addBookmark(CAMERA, CatalogFixture.NOON, CatalogFixture.NOON, ""));
            assertEquals(List.of(refused.getMessage()), fixture.alerts);
            assertEquals(1, fixture.catalog.waiting());
        }
        assertArrayEquals(before, Files.readAllBytes(database));
        assertEquals(List.of(), damaged());
    }

    @Test
    void theDatabaseOfSomethingElseIsKept() throws Exception {
        Files.createDirectories(folder.resolve(".rnvr"));
        execute(folder.resolve(".rnvr/catalog.db"), "CREATE TABLE other (x)");
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            assertEquals(1, record(fixture, 1).size());
            assertEquals(1, fixture.allFiles(CAMERA).size());
        }
        execute(damaged().get(0), "INSERT INTO other VALUES (1)");
    }

    private static void execute(Path database, String sql) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + database.toUri());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void aVolumeThatIsFullLosesNothingThatWasReported() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "rnvr-test", folder.toString()) == 0, "needs root");
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            assertEquals(List.of(), fixture.allFiles(CAMERA));
            Path ballast = folder.resolve("ballast");
            assertThrows(IOException.class, () -> {
                try (FileChannel channel =
                        FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    while (true) {
                        channel.write(ByteBuffer.allocate(4096));
                    }
                }
            });
            for (int i = 0; i < 500; i++) {
                fixture.catalog.closed(fixture.segment(CAMERA, i * 60L, i * 60L + 60));
            }
            assertThrows(IOException.class, () -> fixture.allFiles(CAMERA));
            assertEquals(500, fixture.catalog.waiting());
            Files.delete(ballast);
            assertEquals(500, fixture.allFiles(CAMERA).size());
            assertEquals(0, fixture.catalog.waiting());
        } finally {
            assertEquals(0, run("umount", folder.toString()));
        }
    }

    @Test
    void aVolumeThatBecomesReadOnlyLosesNothingThatWasReported() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=9m", "rnvr-test", folder.toString()) == 0, "needs root");
        try {
            try (CatalogFixture fixture = new CatalogFixture(folder)) {
                assertEquals(1, record(fixture, 1).size());
                assertEquals(1, fixture.allFiles(CAMERA).size());
                fixture.catalog.suspend("checked by the operator").get(20, TimeUnit.SECONDS);
                assertThrows(IOException.class, () -> fixture.allFiles(CAMERA));
                assertEquals(0, run("mount", "-o", "remount,ro", folder.toString()));
                fixture.catalog.use(folder);
                fixture.catalog.closed(fixture.segment(CAMERA, 60, 120));
                assertThrows(IOException.class, () -> fixture.allFiles(CAMERA));
                assertEquals(0, run("mount", "-o", "remount,rw", folder.toString()));
                assertEquals(2, fixture.allFiles(CAMERA).size());
            }
        } finally {
            assertEquals(0, run("umount", folder.toString()));
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return process.exitValue();
    }
}
