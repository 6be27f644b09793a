package org.rnvr.recorder.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.media.Progress;
import org.rnvr.recording.CatalogReport;

@Timeout(120)
class CatalogKilledTest {

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void aKilledRecorderLeavesAWholeCatalog() throws Exception {
        int confirmed = recordUntilKilled();
        try (CatalogDatabase database = CatalogDatabase.open(folder.resolve(".rnvr/catalog.db"), CatalogFixture.NOON)) {
            assertEquals("ok", database.read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
                    row.next();
                    return row.getString(1);
                }
            }));
        }
        try (CatalogFixture fixture = new CatalogFixture(folder)) {
            assertTrue(fixture.allFiles("cam_1").size() >= confirmed);
            CatalogReport report = fixture.catalog.check(false, Progress.NONE);
            assertEquals(List.of(), report.missing());
            assertEquals(List.of(), report.changed());
            assertTrue(report.segments() >= confirmed, report.toString());
            assertTrue(fixture.catalog.check(false, Progress.NONE).isClean());
        }
    }

    private int recordUntilKilled() throws IOException, InterruptedException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process recorder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int confirmed = 0;
        try (BufferedReader said = recorder.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null && confirmed < 200; line = said.readLine()) {
                if (line.matches("\\d+")) {
                    confirmed = Integer.parseInt(line);
                }
            }
        } finally {
            recorder.destroyForcibly();
            assertTrue(recorder.waitFor(20, TimeUnit.SECONDS));
        }
        assertTrue(confirmed >= 200, "the recorder ended by itself after " + confirmed);
        return confirmed;
    }
}
