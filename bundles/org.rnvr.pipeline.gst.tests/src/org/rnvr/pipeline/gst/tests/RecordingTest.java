package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.Container;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineEvent.SessionReady;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.SegmentEnd;

/** What is recorded is exactly what the camera sent, in files that each begin with a key frame. */
@ExtendWith(Undisturbed.class)
@Timeout(120)
class RecordingTest {

    private static final double FRAME_SECONDS = 0.04;
    private static final int FRAMES_PER_GROUP = 25;
    private static final double EARLY_SECONDS = 0.02;
    private static final double LATE_SECONDS = 1;

    private static PipelineFactory factory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @BeforeEach
    void needFfprobe() {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
    }

    @ParameterizedTest
    @CsvSource({
        "h264, none, TCP, MP4, ''",
        "h264, none, UDP, MKV, ''",
        "h265, none, TCP, MKV, ''",
        "h265, none, UDP, MP4, ''",
        "h265, none, TCP, TS, ''",
        "h264, aac, TCP, MP4, aac",
        "h264, aac, UDP, MKV, aac",
        "h264, aac, TCP, TS, aac",
        "h264, pcma, TCP, MKV, pcm_alaw",
        "h264, pcmu, TCP, MP4, aac",
        "h264, pcma, UDP, TS, aac",
    })
    void everyFrameIsInExactlyOneFile(
            String codec, String audio, Transport transport, Container container, String recordedAudio)
            throws Exception {
        try (CameraProcess camera = new CameraProcess("--codec", codec, "--audio", audio)) {
            List<SegmentClosed> segments;
            try (TestCamera recorder = TestCamera.open(factory, camera.url(), TestCamera.Options.TCP.with(transport))) {
                recorder.record(folder, container, Duration.ofSeconds(2));
                long session = recorder.pipeline().openSession();
                SessionReady ready = recorder.await(SessionReady.class, 15);
                assertEquals(session, ready.session());
                assertMedia(ready.media(), codec, audio, transport);
                recorder.pipeline().activate(session);
                recorder.await(SegmentClosed.class, 10);
                recorder.await(SegmentClosed.class, 10);
                long before = frames(recorder, session);
                recorder.pipeline()
                        .stopRecording(SegmentEnd.STOP)
                        .toCompletableFuture()
                        .join();
                long after = frames(recorder, session);
                segments = recorder.all(SegmentClosed.class);
                long recorded =
                        segments.stream().mapToLong(SegmentClosed::frames).sum();
                // The frame that arrives while it stops may be counted and not be recorded.
                assertTrue(
                        recorded >= before - 1 && recorded <= after,
                        recorded + " frames of " + before + " to " + after);
                assertEquals(
                        segments.stream().map(SegmentClosed::file).toList(),
                        recorder.all(SegmentOpened.class).stream()
                                .map(SegmentOpened::file)
                                .toList());
            }
            assertTrue(segments.size() >= 3, segments.toString());
            assertEquals(SegmentEnd.STOP, segments.get(segments.size() - 1).cause());
            for (SegmentClosed segment : segments) {
                // The first frames of a session come in a burst, and their times are those of their arrival.
                check(segment, codec, recordedAudio, container, segment == segments.get(0) ? 0.8 : 0.35);
            }
            assertContinuous(segments);
        }
    }

    private static long frames(TestCamera recorder, long session) {
        return recorder.pipeline().vitals(session).orElseThrow().video().frames();
    }

    private static void assertMedia(MediaDescription media, String codec, String audio, Transport transport) {
        assertEquals(codec, media.videoCodec());
        assertEquals(320, media.width());
        assertEquals(240, media.height());
        assertEquals(audio, media.audioCodec().orElse("none"));
        assertEquals(transport, media.transport());
    }

    private static void check(SegmentClosed segment, String codec, String audio, Container container, double tolerance)
            throws IOException {
        MediaFile file = MediaFile.read(segment.file());
        assertEquals(segment.bytes(), Files.size(segment.file()));
        assertEquals(codec.equals("h265") ? "hevc" : codec, file.videoCodec());
        assertEquals(segment.frames(), file.video().size(), segment.toString());
        assertTrue(file.video().get(0).key(), "begins with a key frame");
        if (container != Container.TS) {
            assertEquals(0, file.firstTime(), 0.1, "begins at 0");
        }
        double seconds = segment.frames() * FRAME_SECONDS;
        assertEquals(seconds, file.duration(), tolerance, "duration of " + segment);
        assertEquals(
                seconds - FRAME_SECONDS,
                Duration.between(segment.start(), segment.end()).toMillis() / 1000.0,
                tolerance);
        if (!audio.isEmpty() && segment.frames() >= FRAMES_PER_GROUP) {
            assertEquals(audio, file.audioCodec());
            double audioSpan = file.audio().get(file.audio().size() - 1).time()
                    - file.audio().get(0).time();
            assertEquals(seconds, audioSpan, tolerance + 0.2, "sound of " + segment);
        }
    }

    private static void assertContinuous(List<SegmentClosed> segments) {
        for (int i = 1; i < segments.size(); i++) {
            double step =
                    Duration.between(segments.get(i - 1).end(), segments.get(i).start())
                                    .toMillis()
                            / 1000.0;
            assertEquals(0, segments.get(i - 1).frames() % FRAMES_PER_GROUP, "whole groups of pictures");
            // Arrivals are as late as this machine is busy; that no frame is missing their numbers tell.
            assertTrue(
                    step > -EARLY_SECONDS && step < LATE_SECONDS,
                    step + " s between segments " + i + " and " + (i + 1));
        }
    }

    @Test
    void aSplitBeginsANewFileAtTheNextKeyFrame() throws Exception {
        try (CameraProcess camera = new CameraProcess();
                TestCamera recorder = TestCamera.open(factory, camera.url(), TestCamera.Options.TCP)) {
            recorder.record(folder, Container.MKV, Duration.ofMinutes(10));
            recorder.play();
            recorder.await(SegmentOpened.class, 5);
            recorder.pipeline().splitRecording();
            SegmentClosed first = recorder.await(SegmentClosed.class, 5);
            assertEquals(SegmentEnd.ROTATION, first.cause());
            recorder.pipeline()
                    .stopRecording(SegmentEnd.STOP)
                    .toCompletableFuture()
                    .join();
            SegmentClosed second = recorder.await(SegmentClosed.class, 5);
            assertContinuous(List.of(first, second));
        }
    }

    @Test
    void theFirstFileAndTheFirstOfAnotherSessionAreShorter() throws Exception {
        try (CameraProcess camera = new CameraProcess();
                TestCamera recorder = TestCamera.open(factory, camera.url(), TestCamera.Options.TCP)) {
            recorder.record(folder, Container.MKV, Duration.ofSeconds(5), Duration.ofSeconds(3));
            recorder.play();
            SegmentClosed first = recorder.await(SegmentClosed.class, 10);
            SegmentClosed second = recorder.await(SegmentClosed.class, 10);
            assertEquals(2 * FRAMES_PER_GROUP, first.frames(), "rotation less stagger");
            assertEquals(5 * FRAMES_PER_GROUP, second.frames(), "rotation");
            recorder.play();
            recorder.await(SegmentClosed.class, 10, segment -> segment.cause() == SegmentEnd.RECONNECTION);
            SegmentClosed ofAnotherSession = recorder.await(SegmentClosed.class, 10);
            assertEquals(SegmentEnd.ROTATION, ofAnotherSession.cause());
            assertEquals(2 * FRAMES_PER_GROUP, ofAnotherSession.frames(), "rotation less stagger");
        }
    }

    @Test
    void recordingStartedLaterBeginsWithAKeyFrame() throws Exception {
        try (CameraProcess camera = new CameraProcess();
                TestCamera recorder = TestCamera.open(factory, camera.url(), TestCamera.Options.TCP)) {
            long session = recorder.play();
            TestCamera.awaitTrue("frames flow", 5, () -> frames(recorder, session) > 30);
            recorder.record(folder, Container.MP4, Duration.ofMinutes(10));
            recorder.await(SegmentOpened.class, 5);
            recorder.pipeline()
                    .stopRecording(SegmentEnd.STOP)
                    .toCompletableFuture()
                    .join();
            SegmentClosed segment = recorder.await(SegmentClosed.class, 1);
            MediaFile file = MediaFile.read(segment.file());
            assertTrue(file.video().get(0).key());
            assertEquals(segment.frames(), file.video().size());
        }
    }
}
