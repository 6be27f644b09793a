package org.rnvr.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.host.HostStatus.Disk;

@Timeout(30)
class VolumeSpaceTest {

    @TempDir
    private Path folder;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private final VolumeSpace space = new VolumeSpace(thread, Duration.ofSeconds(20));

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
        VolumeSpace impatient = new VolumeSpace(thread, Duration.ofMillis(200));
        assertEquals(Optional.empty(), impatient.of(folder));
        assertEquals(Optional.empty(), impatient.of(folder));
        assertEquals(1, thread.getQueue().size());
        answer.countDown();
        while (impatient.of(folder).isEmpty()) {
            assertTrue(thread.getQueue().size() <= 1);
        }
    }
}
