package org.rnvr.integration.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.democamera.DemoCameraServer;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.SegmentClosed;
import org.rnvr.media.Progress;
import org.rnvr.recording.Backups;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Evidence;
import org.rnvr.recording.Footage;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.Segment;
import org.rnvr.recording.Selection;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.TransferResult;

/** What an operator does with recordings, on those of a real camera. */
@Timeout(180)
class RecordingsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final BundleContext context =
            FrameworkUtil.getBundle(RecordingsTest.class).getBundleContext();

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    private DemoCameraServer server;
    private RunningRecorder running;
    private Recorder recorder;
    private String camera;
    private Map<String, Long> sessions;

    @BeforeEach
    void startRecorder() throws Exception {
        server = SmallCameras.start(1, 0);
        running = new RunningRecorder(context, data, SmallCameras.addresses(server));
        running.awaitRecording();
        recorder = running.service(Recorder.class);
        camera = running.cameras().get(0);
        sessions = running.sessions();
    }

    @AfterEach
    void stopRecorder() {
        running.close();
        server.close();
    }

    @Test
    void recordingsAreStartedAndStoppedFoundKeptCopiedAndDeleted() throws Exception {
        SegmentClosed first = closeAfter(1, () -> recorder.stop(camera));

        running.receive(4 * SmallCameras.FPS, sessions);
        Instant asked = Instant.now();
        recorder.start(camera);
        assertEquals("operator", started(2).reason());
        running.receive(SmallCameras.FPS, sessions);
        SegmentClosed preceded = closeAfter(2, () -> recorder.pause(camera));
        assertTrue(
                preceded.start().isBefore(asked.minusSeconds(2)),
                asked + " was preceded by what was filmed since " + preceded.start());
        assertTrue(preceded.start().isAfter(first.end()), "nothing is recorded twice: " + first + ", " + preceded);

        running.receive(2 * SmallCameras.FPS, sessions);
        Instant resumed = Instant.now();
        recorder.resume(camera);
        started(3);
        running.receive(SmallCameras.FPS, sessions);
        SegmentClosed last = closeAfter(3, () -> recorder.stop(camera));
        assertFalse(last.start().isBefore(resumed), "what was filmed in a pause is forgotten: " + last);

        assertKnown(List.of(first, preceded, last));
        assertCopiedAndDeleted(List.of(first, preceded, last));
    }

    private RecordingStarted started(int count) throws InterruptedException {
        return running.events()
                .await(RecordingStarted.class, event -> true, count, LIMIT)
                .get(count - 1);
    }

    private SegmentClosed closeAfter(int count, Runnable request) throws InterruptedException {
        request.run();
        return running.events()
                .await(SegmentClosed.class, event -> true, count, LIMIT)
                .get(count - 1);
    }

    private void assertKnown(List<SegmentClosed> expected) throws Exception {
        RecordingCatalog catalog = running.service(RecordingCatalog.class);
        Instant from = expected.get(0).start();
        Instant to = Instant.now();
        List<Segment> segments = catalog.segments(camera, from, to);
        assertEquals(
                expected.stream().map(SegmentClosed::file).toList(),
                segments.stream().map(Segment::file).toList());
        for (int i = 0; i < segments.size(); i++) {
            assertEquals(Optional.of(EndCause.STOP), segments.get(i).cause());
            assertEquals(expected.get(i).frames(), segments.get(i).frames());
            assertEquals(Files.size(expected.get(i).file()), segments.get(i).bytes());
        }
        List<Footage> footage = catalog.footage();
        assertEquals(1, footage.size());
        assertEquals(3, footage.get(0).segments());
        assertEquals(
                segments.stream().mapToLong(Segment::bytes).sum(),
                footage.get(0).bytes());
        assertEquals(List.of(), catalog.gaps(camera, from, to), "what nobody wanted recorded is no gap");

        RecordingStorage storage = running.service(RecordingStorage.class);
        assertEquals(StorageState.OK, storage.status().state());
        assertEquals(footage.get(0).bytes(), storage.forecast().cameras().get(0).bytes());
    }

    private void assertCopiedAndDeleted(List<SegmentClosed> segments) throws Exception {
        SegmentClosed kept = segments.get(1);
        Instant moment = kept.start().plusSeconds(1);
        RecordingCatalog catalog = running.service(RecordingCatalog.class);
        catalog.addBookmark(camera, moment, moment, "somebody at the gate");
        assertEquals(
                "somebody at the gate",
                catalog.bookmarks(camera, kept.start(), kept.end()).get(0).note());

        byte[] picture = running.service(Evidence.class).snapshot(camera, moment);
        assertArrayEquals(
                new byte[] {(byte) 0xff, (byte) 0xd8}, new byte[] {picture[0], picture[1]}, "the beginning of a JPEG");

        Backups backups = running.service(Backups.class);
        Selection all = new Selection(List.of(camera), segments.get(0).start(), Instant.now());
        TransferResult copied = backups.backup(all, Optional.of(elsewhere), Progress.NONE);
        assertEquals(List.of(), copied.problems());
        assertEquals(3, copied.done());
        for (SegmentClosed segment : segments) {
            Path relative = data.resolve("recordings").relativize(segment.file());
            assertEquals(-1, Files.mismatch(segment.file(), elsewhere.resolve(relative)), relative.toString());
        }
        assertEquals(
                3, backups.backup(all, Optional.of(elsewhere), Progress.NONE).already());

        TransferResult deleted = backups.delete(all, false, Progress.NONE);
        assertEquals(List.of(), deleted.problems());
        assertEquals(2, deleted.done());
        assertEquals(
                List.of(kept.file()),
                catalog.segments(camera, all.from(), all.to()).stream()
                        .map(Segment::file)
                        .toList());
        assertEquals(List.of(kept.file()), files());
    }

    private List<Path> files() throws IOException {
        try (var found = Files.walk(data.resolve("recordings").resolve(camera))) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
