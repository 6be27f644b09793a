package org.rnvr.recorder.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.recorder.internal.catalog.CatalogFixture.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.media.Progress;
import org.rnvr.recording.CatalogReport;

/** The catalog as somebody sees it beside the recorder that writes it. */
@Timeout(60)
class CatalogViewTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatARecorderHasJustMadeIsEnteredAndNotUnknown() throws IOException {
        try (CatalogFixture fixture = new CatalogFixture(folder);
                CatalogView view = view(fixture)) {
            OpenFile open = fixture.open("front", 0);
            FakeMedia.write(open.file(), 1);
            CompletableFuture<Void> entered = CompletableFuture.runAsync(
                    () -> fixture.catalog.opened(open), CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

            CatalogReport report = view.check(false, Progress.NONE);

            assertEquals(List.of(), report.entered());
            assertTrue(entered.isDone());
        }
    }

    @Test
    void aFileThatNobodyEntersIsUnknown() throws IOException {
        try (CatalogFixture fixture = new CatalogFixture(folder);
                CatalogView view = view(fixture)) {
            Path fresh = fixture.fileAt("front", NOON);
            FakeMedia.write(fresh, 1);
            Path old = fixture.fileAt("front", NOON.plusSeconds(60));
            FakeMedia.write(old, 1);
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));

            assertEquals(List.of(fresh, old), view.check(false, Progress.NONE).entered());

            Files.delete(fresh);
            long began = System.nanoTime();
            assertEquals(List.of(old), view.check(false, Progress.NONE).entered());
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.toSeconds() < 5, took + " for one that no recorder has made just now");
        }
    }

    private CatalogView view(CatalogFixture fixture) throws IOException {
        fixture.catalog.footage(); // it is there
        return CatalogView.open(folder, Clock.systemUTC());
    }
}
