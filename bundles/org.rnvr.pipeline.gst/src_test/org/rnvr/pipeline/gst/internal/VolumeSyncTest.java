package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VolumeSyncTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(20);

    private final VolumeSync volume = new VolumeSync("volume");
    /** What the disk was asked for. */
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    /** How many requests the disk serves. */
    private final Semaphore disk = new Semaphore(0);

    private boolean firstIsClosed;

    /** A file that is only a name. */
    private final class Entry implements VolumeSync.Entry {

        private final int number;

        Entry(int number) {
            this.number = number;
        }

        @Override
        public void sync() throws IOException {
            serve("file " + number);
        }

        @Override
        public void syncFileSystem() throws IOException {
            if (firstIsClosed && number == 0) {
                throw new ClosedChannelException();
            }
            serve("all by " + number);
        }

        @Override
        public void named() {
            requests.add("named " + number);
        }

        private void serve(String request) throws IOException {
            try {
                disk.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            requests.add(request);
        }
    }

    @AfterEach
    void end() {
        volume.end();
        disk.release(1_000_000);
    }

    private List<VolumeSync.Entry> add(int files, Duration period) {
        List<VolumeSync.Entry> added = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            added.add(new Entry(i));
            volume.add(added.get(i), period);
        }
        return added;
    }

    private void awaitRequest() {
        while (!disk.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
    }

    private String next() throws InterruptedException {
        return requests.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void aNewFileIsBroughtToTheDiskAtOnce() throws Exception {
        disk.release(1);
        add(1, NEVER);
        assertEquals("file 0", next());
    }

    @Test
    void fewFilesAreSyncedOneByOne() throws Exception {
        List<VolumeSync.Entry> files = add(3, SOON);
        disk.release(1_000_000);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            seen.add(next());
        }
        assertTrue(seen.containsAll(List.of("file 0", "file 1", "file 2")), seen.toString());
        assertFalse(volume.remove(files.get(0)));
        assertFalse(volume.remove(files.get(1)));
        assertTrue(volume.remove(files.get(2)));
    }

    @Test
    void manyFilesCostOneRequest() throws Exception {
        add(1, NEVER);
        awaitRequest();
        add(64, NEVER);
        disk.release(1_000_000);
        assertEquals("file 0", next(), "was alone when it began");
        assertEquals("all by 0", next());
        for (int i = 0; i < 64; i++) {
            assertEquals("named " + i, next());
        }
        assertEquals(null, requests.poll());
    }

    @Test
    void inEachPeriodOneRequestForAll() throws Exception {
        add(1, SOON);
        awaitRequest();
        add(64, SOON);
        disk.release(1_000_000);
        long periods = 0;
        while (periods < 5) {
            String request = next();
            assertTrue(request.startsWith("named") || request.equals("file 0") || request.startsWith("all by "));
            periods += request.equals("all by 0") ? 1 : 0;
        }
    }

    @Test
    void aSlowDiskGetsFewerRequestsNotMore() throws Exception {
        VolumeSync.Entry file = add(1, NEVER).get(0);
        awaitRequest();
        for (int i = 0; i < 100; i++) {
            volume.now(file);
        }
        disk.release(1);
        assertEquals("file 0", next(), "when it was added");
        disk.release(1_000_000);
        assertEquals("file 0", next(), "for all that asked meanwhile");
        volume.add(new Entry(1), NEVER);
        assertEquals("file 1", next());
    }

    @Test
    void aFileThatIsClosedMeanwhileIsPassedOver() throws Exception {
        firstIsClosed = true;
        add(5, SOON);
        disk.release(1_000_000);
        String request = next();
        while (!request.equals("all by 1")) {
            request = next();
        }
    }

    @Test
    void realFiles(@TempDir Path folder) throws Exception {
        try (DurableFile one = new DurableFile(folder.resolve("1"));
                DurableFile two = new DurableFile(folder.resolve("2"))) {
            assertEquals(one.device(), two.device());
            Files.writeString(one.path(), "written");
            one.sync();
            two.syncFileSystem();
            assertEquals(7, one.finish());
            assertEquals(0, two.finish());
            one.close();
            assertTrue(closed(one));
            assertFalse(closed(two));
        }
    }

    private static boolean closed(DurableFile file) throws IOException {
        try {
            file.syncFileSystem();
            return false;
        } catch (ClosedChannelException e) {
            return true;
        }
    }
}
