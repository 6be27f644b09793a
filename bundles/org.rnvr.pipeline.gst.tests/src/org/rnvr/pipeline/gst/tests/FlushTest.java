package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.Container;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.SegmentEnd;
import org.slf4j.LoggerFactory;

/** What came before a silence is in the file while it lasts, and the file goes on after it. */
@Timeout(90)
class FlushTest {

    private static final int FRAMES_PER_SECOND = 25;
    private static final Duration SUSPICIOUS = Duration.ofMillis(350);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAY = Duration.ofSeconds(5);

    private static PipelineFactory factory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    /** @param waiting frames that may still wait: a fragment and a frame of MP4, what is not yet met by sound */
    @ParameterizedTest
    @CsvSource({"MP4, none, 14", "MP4, aac, 20", "MKV, none, 0", "MKV, aac, 5", "TS, none, 1", "TS, aac, 5"})
    void theFileHoldsWhatCame(Container container, String audio, int waiting) throws Exception {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
        try (CameraProcess server = new CameraProcess("--audio", audio);
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, container, Duration.ofMinutes(10));
            long session = camera.play();
            SegmentOpened opened = camera.await(SegmentOpened.class, 5);
            awaitFrames(camera, session, 3 * FRAMES_PER_SECOND + 11);
            long pausing = System.nanoTime();
            server.pause("demo1");
            long paused = System.nanoTime();
            awaitSilence(camera, session, SUSPICIOUS);
            camera.pipeline().flushRecording();
            long received;
            long missing;
            do {
                // What is on its way to the disk needs its time; while the camera pauses nothing else brings it there.
                Path copy = Files.copy(
                        opened.file(),
                        folder.resolve("copy." + container.extension()),
                        StandardCopyOption.REPLACE_EXISTING);
                long held = MediaFile.read(copy).video().size();
                received = frames(camera, session);
                missing = received - held;
            } while (missing > waiting && System.nanoTime() - paused < LONGEST_WAY.toNanos());
            LoggerFactory.getLogger(getClass()).info("{} {}: {} of {} missing", container, audio, missing, received);
            assertTrue(missing >= 0 && missing <= waiting, missing + " of " + received + " missing");
            awaitSilence(camera, session, PAUSE);
            long resuming = System.nanoTime();
            server.resume("demo1");
            long resumed = System.nanoTime();
            awaitFrames(camera, session, received + 2 * FRAMES_PER_SECOND);
            camera.pipeline()
                    .stopRecording(SegmentEnd.STOP)
                    .toCompletableFuture()
                    .join();
            SegmentClosed segment = camera.await(SegmentClosed.class, 5);
            assertEquals(opened.file(), segment.file());
            List<MediaFile.Packet> video = MediaFile.read(segment.file()).video();
            assertEquals(segment.frames(), video.size());
            double silence = 0;
            for (int i = 1; i < video.size(); i++) {
                double step = video.get(i).time() - video.get(i - 1).time();
                assertTrue(step > 0, "frame " + i + " comes " + step + " s after the one before");
                silence = Math.max(silence, step);
            }
            double shortest = (resuming - paused) / 1e9;
            double longest = (resumed - pausing) / 1e9;
            assertTrue(
                    silence > shortest - 0.5 && silence < longest + 0.5,
                    silence + " s of silence in a pause of " + shortest + " to " + longest + " s");
            assertEquals("", MediaFile.complaints(segment.file()));
        }
    }

    private static long frames(TestCamera camera, long session) {
        return camera.pipeline().vitals(session).orElseThrow().video().frames();
    }

    private static void awaitFrames(TestCamera camera, long session, long count) throws InterruptedException {
        TestCamera.awaitTrue("frames arrive", 10, () -> frames(camera, session) >= count);
    }

    private static void awaitSilence(TestCamera camera, long session, Duration time) throws InterruptedException {
        TestCamera.awaitTrue(
                "silence",
                10,
                () -> System.nanoTime()
                                - camera.pipeline()
                                        .vitals(session)
                                        .orElseThrow()
                                        .video()
                                        .lastArrivalNanos()
                        > time.toNanos());
    }
}
