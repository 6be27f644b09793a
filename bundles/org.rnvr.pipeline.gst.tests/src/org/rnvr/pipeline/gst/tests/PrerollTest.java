package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.Container;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.PipelineEvent.RecordingFailed;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.SegmentEnd;
import org.slf4j.LoggerFactory;

/** What came before a recording began is in its files, frame for frame. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(Undisturbed.class)
@Timeout(300)
class PrerollTest {

    private static final int FRAMES_PER_SECOND = 25;
    private static final double FRAME_SECONDS = 1.0 / FRAMES_PER_SECOND;
    private static final Duration GROUP_OF_PICTURES = Duration.ofSeconds(1);
    /** The first frames of a session come in a burst, and their times are those of their arrival. */
    private static final int BURST = FRAMES_PER_SECOND;

    private static final Duration AT_ONCE = Duration.ofMillis(800);
    private static final double LATE_SECONDS = 1;
    static final long PLENTY = 64L << 20;

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
    @CsvSource({"TCP, MP4, none", "UDP, MP4, none", "TCP, MKV, aac", "UDP, MKV, pcma", "TCP, MP4, pcmu", "TCP, TS, aac"
    })
    void aFileBeginsWithWhatIsKept(Transport transport, Container container, String audio) throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", audio);
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP.with(transport))) {
            camera.pipeline().remember(Duration.ofSeconds(3), PLENTY);
            long session = camera.play();
            awaitFrames(camera, session, Duration.ofSeconds(6));
            Instant asked = Instant.now();
            camera.record(folder, container, Duration.ofMinutes(10));
            SegmentOpened opened = camera.await(SegmentOpened.class, 5);
            assertReachesBack(opened, asked, Duration.ofSeconds(3));
            Duration late = Duration.between(asked, opened.at().time());
            assertTrue(late.compareTo(AT_ONCE) < 0, "opened after " + late);
            awaitFrames(camera, session, Duration.ofSeconds(3));
            SegmentClosed segment = stop(camera);
            assertEquals(opened.start(), segment.start());
            assertWhole(segment, transport, false);
            assertLength(Duration.between(segment.start(), segment.end()), segment);
            if (!audio.equals("none")) {
                assertSound(segment);
            }
        }
    }

    private static void assertReachesBack(SegmentOpened opened, Instant asked, Duration wanted) {
        Duration before = Duration.between(opened.start(), asked);
        assertTrue(before.compareTo(wanted.minusMillis(100)) > 0, "begins " + before + " before");
        Duration most = wanted.plus(GROUP_OF_PICTURES).plusMillis(300);
        assertTrue(before.compareTo(most) < 0, "begins " + before + " before");
    }

    @Test
    void theFileThatIsRotatedGetsWhatIsKeptAndTheNextOneNothingOfIt() throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", "aac");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().remember(Duration.ofSeconds(2), PLENTY);
            long session = camera.play();
            awaitFrames(camera, session, Duration.ofSeconds(5));
            camera.record(folder, Container.MKV, Duration.ofSeconds(4));
            SegmentClosed first = camera.await(SegmentClosed.class, 10);
            SegmentClosed second = camera.await(SegmentClosed.class, 10);
            assertEquals(4 * FRAMES_PER_SECOND, first.frames());
            assertEquals(4 * FRAMES_PER_SECOND, second.frames());
            for (SegmentClosed segment : List.of(first, second)) {
                assertWhole(segment, Transport.TCP, false);
                assertSound(segment);
            }
            assertFollows(first, second);
        }
    }

    @Test
    void aFileIsMadeOfEachSession() throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", "aac");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().remember(Duration.ofSeconds(30), PLENTY);
            long first = camera.play();
            awaitFrames(camera, first, Duration.ofSeconds(3));
            long second = camera.play();
            camera.pipeline().closeSession(first).toCompletableFuture().join();
            awaitFrames(camera, second, Duration.ofSeconds(3));
            camera.record(folder, Container.MKV, Duration.ofMinutes(10));
            SegmentOpened ofFirst = camera.await(SegmentOpened.class, 5);
            SegmentOpened ofSecond = camera.await(SegmentOpened.class, 5);
            assertEquals(List.of(first, second), List.of(ofFirst.session(), ofSecond.session()));
            awaitFrames(camera, second, Duration.ofSeconds(2));
            SegmentClosed live = stop(camera);
            List<SegmentClosed> closed = camera.all(SegmentClosed.class);
            assertEquals(2, closed.size());
            SegmentClosed past = closed.get(0);
            assertEquals(SegmentEnd.RECONNECTION, past.cause());
            assertEquals(ofFirst.file(), past.file());
            assertEquals(ofFirst.start(), past.start());
            assertEquals(ofSecond.file(), live.file());
            assertEquals(ofSecond.start(), live.start());
            for (SegmentClosed segment : closed) {
                assertWhole(segment, Transport.TCP, true);
                assertSound(segment);
                assertLength(Duration.between(segment.start(), segment.end()), segment);
            }
            assertTrue(past.frames() > 2 * FRAMES_PER_SECOND, past.toString());
            assertTrue(live.frames() > 4 * FRAMES_PER_SECOND, live.toString());
        }
    }

    @Test
    void whatIsKeptOfALostSessionIsWrittenWithoutAnother() throws Exception {
        CameraProcess server = new CameraProcess("--audio", "aac");
        String port = server.url().replaceAll(".*:(\\d+)/.*", "$1");
        try (TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().remember(Duration.ofSeconds(30), PLENTY);
            long lost = camera.play();
            awaitFrames(camera, lost, Duration.ofSeconds(3));
            server.close();
            camera.await(SessionFailed.class, 5);
            camera.pipeline().closeSession(lost).toCompletableFuture().join();
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            assertEquals(lost, camera.await(SegmentOpened.class, 5).session());
            SegmentClosed past = camera.await(SegmentClosed.class, 5);
            assertEquals(SegmentEnd.RECONNECTION, past.cause());
            assertWhole(past, Transport.TCP, true);
            assertSound(past);
            try (CameraProcess second = new CameraProcess("--port", port, "--codec", "h265")) {
                assertEquals(server.url(), second.url());
                long live = camera.play();
                assertEquals(live, camera.await(SegmentOpened.class, 5).session());
            }
        } finally {
            server.close();
        }
    }

    @Test
    void whatIsKeptIsWrittenWhenTheSilentSessionIsClosed() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().remember(Duration.ofSeconds(30), PLENTY);
            long session = camera.play();
            awaitFrames(camera, session, Duration.ofSeconds(2));
            server.freeze();
            awaitSilence(camera, session);
            camera.record(folder, Container.MKV, Duration.ofMinutes(10));
            camera.pipeline().closeSession(session).toCompletableFuture().join();
            SegmentClosed past = camera.await(SegmentClosed.class, 5);
            assertEquals(session, camera.all(SegmentOpened.class).get(0).session());
            assertWhole(past, Transport.TCP, true);
            assertTrue(past.frames() >= 2 * FRAMES_PER_SECOND, past.toString());
        }
    }

    @Test
    void whatWasRecordedIsNotRecordedAgain() throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", "pcma");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().remember(Duration.ofSeconds(30), PLENTY);
            long session = camera.play();
            List<SegmentClosed> segments = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                awaitFrames(camera, session, Duration.ofSeconds(3));
                camera.record(Files.createDirectory(folder.resolve("" + i)), Container.MKV, Duration.ofMinutes(10));
                camera.await(SegmentOpened.class, 5);
                awaitFrames(camera, session, Duration.ofSeconds(1));
                segments.add(stop(camera));
            }
            for (int i = 0; i < segments.size(); i++) {
                SegmentClosed segment = segments.get(i);
                assertWhole(segment, Transport.TCP, i == 0);
                assertSound(segment);
                assertTrue(segment.frames() >= 2 * FRAMES_PER_SECOND, segment.toString());
                if (i > 0) {
                    Duration pause = Duration.between(segments.get(i - 1).end(), segment.start());
                    assertTrue(
                            !pause.isNegative() && pause.compareTo(GROUP_OF_PICTURES.plusMillis(300)) < 0, "" + pause);
                }
            }
        }
    }

    @Test
    void whatAFullDiskDidNotTakeIsWrittenLater() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "rnvr-test", folder.toString()), "needs root");
        try (CameraProcess server = new CameraProcess("--audio", "aac");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().remember(Duration.ofSeconds(60), PLENTY);
            long session = camera.play();
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            camera.await(SegmentOpened.class, 5);
            camera.await(RecordingFailed.class, 30);
            SegmentClosed failed = camera.await(SegmentClosed.class, 5);
            awaitFrames(camera, session, Duration.ofSeconds(4));
            List<MediaFile.Packet> written = MediaFile.read(failed.file()).video();
            camera.record(folder.resolve("missing"), Container.MP4, Duration.ofMinutes(10));
            camera.await(RecordingFailed.class, 5);
            awaitFrames(camera, session, Duration.ofSeconds(2));
            assertTrue(run("mount", "-o", "remount,size=64m", folder.toString()));
            camera.record(Files.createDirectory(folder.resolve("later")), Container.MP4, Duration.ofMinutes(10));
            SegmentOpened opened = camera.await(SegmentOpened.class, 5);
            awaitFrames(camera, session, Duration.ofSeconds(2));
            SegmentClosed segment = stop(camera);
            double end = written.get(written.size() - 1).time() + FRAME_SECONDS;
            double start = Duration.between(failed.start(), opened.start()).toNanos() / 1e9;
            LoggerFactory.getLogger(getClass()).info("the disk took {} s, the next file begins at {} s", end, start);
            assertTrue(start < end + FRAME_SECONDS, "frames are missing from " + end + " to " + start);
            assertTrue(start > end - 3, "from " + start + " on again, and not from " + end);
            assertWhole(segment, Transport.TCP, false);
            assertSound(segment);
            assertTrue(segment.frames() > 8 * FRAMES_PER_SECOND, segment.toString());
        } finally {
            run("umount", folder.toString());
        }
    }

    @Test
    void whatIsKeptOfALostSessionSurvivesAFolderThatIsAway() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().remember(Duration.ofSeconds(60), PLENTY);
            long session = camera.play();
            awaitFrames(camera, session, Duration.ofSeconds(2));
            camera.pipeline().closeSession(session).toCompletableFuture().join();
            for (int i = 0; i < 3; i++) {
                camera.record(folder.resolve("missing"), Container.MP4, Duration.ofMinutes(10));
                camera.await(RecordingFailed.class, 5);
            }
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            SegmentClosed past = camera.await(SegmentClosed.class, 5);
            assertWhole(past, Transport.TCP, true);
            assertTrue(past.frames() >= 2 * FRAMES_PER_SECOND, past.toString());
        }
    }

    @Test
    void theBytesAreBounded() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            long bytes = 300_000;
            camera.pipeline().remember(Duration.ofSeconds(60), bytes);
            long session = camera.play();
            awaitFrames(camera, session, Duration.ofSeconds(10));
            Instant asked = Instant.now();
            camera.record(folder, Container.MKV, Duration.ofMinutes(10));
            SegmentOpened opened = camera.await(SegmentOpened.class, 5);
            Instant end = Instant.now();
            SegmentClosed segment = stop(camera);
            double share = Duration.between(segment.start(), asked).toNanos()
                    / (double) Duration.between(segment.start(), end).toNanos();
            assertTrue(segment.bytes() * share <= bytes * 1.1, segment + " has kept " + share);
            assertTrue(Duration.between(opened.start(), asked).compareTo(GROUP_OF_PICTURES) > 0, opened.toString());
        }
    }

    @Test
    void nothingIsKeptAnyMore() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.pipeline().remember(Duration.ofSeconds(60), PLENTY);
            long session = camera.play();
            awaitFrames(camera, session, Duration.ofSeconds(3));
            camera.pipeline().remember(Duration.ZERO, PLENTY);
            Instant asked = Instant.now();
            camera.record(folder, Container.MKV, Duration.ofMinutes(10));
            SegmentOpened opened = camera.await(SegmentOpened.class, 5);
            assertTrue(opened.start().isAfter(asked.minusMillis(200)), opened.toString());
        }
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }

    static void awaitFrames(TestCamera camera, long session, Duration time) throws InterruptedException {
        long frames = frames(camera, session) + time.toMillis() * FRAMES_PER_SECOND / 1000;
        TestCamera.awaitTrue("frames arrive", (int) time.toSeconds() + 10, () -> frames(camera, session) >= frames);
    }

    private static long frames(TestCamera camera, long session) {
        return camera.pipeline().vitals(session).orElseThrow().video().frames();
    }

    private static void awaitSilence(TestCamera camera, long session) throws InterruptedException {
        TestCamera.awaitTrue(
                "silence",
                5,
                () -> System.nanoTime()
                                - camera.pipeline()
                                        .vitals(session)
                                        .orElseThrow()
                                        .video()
                                        .lastArrivalNanos()
                        > Duration.ofMillis(350).toNanos());
    }

    static SegmentClosed stop(TestCamera camera) throws InterruptedException {
        camera.pipeline().stopRecording(SegmentEnd.STOP).toCompletableFuture().join();
        return camera.await(SegmentClosed.class, 5, segment -> segment.cause() == SegmentEnd.STOP);
    }

    private static void assertFollows(SegmentClosed first, SegmentClosed second) {
        double step = Duration.between(first.end(), second.start()).toMillis() / 1000.0;
        assertTrue(step >= 0 && step < LATE_SECONDS, step + " s between " + first + " and " + second);
        // Arrivals are as late as this machine is busy; the camera's clock is not.
        double apart = Duration.between(
                                first.cameraStart().orElseThrow(),
                                second.cameraStart().orElseThrow())
                        .toMillis()
                / 1000.0;
        assertEquals(first.frames() * FRAME_SECONDS, apart, 0.02, "from " + first + " to " + second);
    }

    /** Every frame the camera made is there once, at its time, and can be decoded. */
    private static void assertWhole(SegmentClosed segment, Transport transport, boolean burst) throws IOException {
        List<MediaFile.Packet> video = MediaFile.read(segment.file()).video();
        assertEquals(segment.frames(), video.size(), segment.toString());
        for (int i = 0; i < video.size(); i++) {
            assertEquals(i % FRAMES_PER_SECOND == 0, video.get(i).key(), "frame " + i + " of " + segment);
        }
        for (int i = 1; i < video.size(); i++) {
            double step = video.get(i).time() - video.get(i - 1).time();
            assertTrue(step > 0, "frame " + i + " comes " + step + " s after the one before");
            // Over UDP times follow the arrival, which a busy machine delays.
            if (transport == Transport.TCP && (!burst || i > BURST)) {
                assertEquals(FRAME_SECONDS, step, 0.02, "before frame " + i);
            }
        }
        assertEquals("", MediaFile.complaints(segment.file()));
    }

    private static void assertLength(Duration expected, SegmentClosed segment) {
        assertEquals(expected.toMillis() / 1000.0, segment.frames() * FRAME_SECONDS, 0.8, segment.toString());
    }

    private static void assertSound(SegmentClosed segment) throws IOException {
        List<MediaFile.Packet> audio = MediaFile.read(segment.file()).audio();
        assertTrue(audio.size() > 1, "there is no sound in " + segment);
        double span = audio.get(audio.size() - 1).time() - audio.get(0).time();
        assertEquals(segment.frames() * FRAME_SECONDS, span, 0.5, "sound of " + segment);
        for (int i = 1; i < audio.size(); i++) {
            double step = audio.get(i).time() - audio.get(i - 1).time();
            assertTrue(step > 0 && step < 0.3, "sound " + step + " s after the one before");
        }
    }
}
