package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.Container;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.PipelineEvent.RecordingFailed;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.SegmentNaming;

/** Whatever the disk does, the session goes on, and recording can be started again. */
@Timeout(120)
class StorageTest {

    private static PipelineFactory factory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @Test
    void theFolderIsGone() throws Exception {
        expectFailure(start -> folder.resolve("gone/1.mp4"), "does not exist");
    }

    @Test
    void theFolderMayNotBeWritten() throws Exception {
        // Even root may not create files there.
        expectFailure(start -> Path.of("/proc/self/1.mp4"), "/proc/self/1.mp4");
    }

    @Test
    void theNamingRefuses() throws Exception {
        expectFailure(
                start -> {
                    throw new IOException("The disk of the recordings is not mounted.");
                },
                "The disk of the recordings is not mounted.");
    }

    @Test
    void theNamingFails() throws Exception {
        expectFailure(
                start -> {
                    throw new IllegalStateException("broken");
                },
                "broken");
    }

    private void expectFailure(SegmentNaming naming, String reason) throws InterruptedException, IOException {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().startRecording(plan(naming));
            long session = camera.play();
            RecordingFailed failed = camera.await(RecordingFailed.class, 10);
            assertTrue(failed.reason().contains(reason), failed.reason());
            assertGoesOn(camera, session);
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            camera.await(SegmentOpened.class, 5);
            camera.pipeline()
                    .stopRecording(SegmentEnd.STOP)
                    .toCompletableFuture()
                    .join();
            assertTrue(camera.await(SegmentClosed.class, 5).frames() > 0);
        }
    }

    private static RecordingPlan plan(SegmentNaming naming) {
        return new RecordingPlan(naming, Container.MP4, Duration.ofMinutes(10), Duration.ZERO, Duration.ofMillis(500));
    }

    private static void assertGoesOn(TestCamera camera, long session) throws InterruptedException {
        CameraPipeline pipeline = camera.pipeline();
        long frames = pipeline.vitals(session).orElseThrow().video().frames();
        TestCamera.awaitTrue(
                "the session goes on",
                5,
                () -> pipeline.vitals(session).orElseThrow().video().frames() > frames + 50);
        assertEquals(0, camera.all(SessionFailed.class).size());
    }

    @Test
    void theDiskIsFull() throws Exception {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
        assumeTrue(mount("mount", "-t", "tmpfs", "-o", "size=256k", "rnvr-test", folder.toString()), "needs root");
        try (CameraProcess server = new CameraProcess("--audio", "aac");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            long session = camera.play();
            RecordingFailed failed = camera.await(RecordingFailed.class, 30);
            assertEquals("The disk is full.", failed.reason());
            SegmentClosed closed = camera.await(SegmentClosed.class, 5);
            assertEquals(SegmentEnd.STORAGE, closed.cause());
            assertEquals(closed.bytes(), Files.size(closed.file()));
            assertTrue(MediaFile.read(closed.file()).video().size() > 25, "what was written plays");
            assertGoesOn(camera, session);
        } finally {
            mount("umount", folder.toString());
        }
    }

    private static boolean mount(String... command) throws IOException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }

    @Test
    void aDiskThatHangsNeitherStopsTheSessionNorClosing() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<Thread> disk = new AtomicReference<>();
        try (CameraProcess server = new CameraProcess("--bitrate-kbps", "4000", "--width", "1280", "--height", "720");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().startRecording(plan(start -> {
                disk.set(Thread.currentThread());
                await(end);
                return folder.resolve("late.mp4");
            }));
            long session = camera.play();
            assertGoesOn(camera, session);
        } finally {
            end.countDown();
        }
        TestCamera.awaitTrue(
                "the disk is done", 10, () -> Arrays.stream(disk.get().getStackTrace())
                        .noneMatch(call -> call.getClassName().endsWith(".SegmentWriter")));
        assertEquals(List.of(), List.of(folder.toFile().list()), "nothing is begun too late");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
