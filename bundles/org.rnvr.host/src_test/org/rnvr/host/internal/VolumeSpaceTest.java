package org.rnvr.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.host.HostStatus.Disk;

@Timeout(30)
class VolumeSpaceTest {

    @TempDir
    private Path folder;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final VolumeSpace space = new VolumeSpace(thread);

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    @Test
    void roomIsThatOfTheFoldersVolume() throws InterruptedException {
        Disk disk = space.of(folder).orElseThrow();
        assertEquals(folder.toFile().getTotalSpace(), disk.totalBytes());
        assertTrue(disk.freeBytes() >= 0 && disk.freeBytes() <= disk.totalBytes());
    }

    @Test
    void aFolderThatIsNotThereHasNone() throws InterruptedException {
        assertEquals(Optional.empty(), space.of(folder.resolve("away")));
    }

    @Test
    void aVolumeThatDoesNotAnswerHoldsNobodyUpAndIsAskedOnce() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        thread.execute(() -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals(Optional.empty(), space.of(folder));
        assertEquals(Optional.empty(), space.of(folder));
        answer.countDown();
        assertTrue(space.of(folder).isPresent());
    }
}
