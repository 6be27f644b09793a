package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.recorder.internal.evidence.Recorded.T0;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.Container;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;
import org.rnvr.recording.VerificationReport;

class ExporterTest {

    private static final String NAME = "rnvr-export-20260301T101500+0900-20260301T101700+0900";

    @TempDir
    Path root;

    private Recorded recorded;
    private Path destination;
    private KeyFolder keys;
    private final FakeMedia media = new FakeMedia();
    private long free = Long.MAX_VALUE;

    @BeforeEach
    void open() throws IOException {
        recorded = new Recorded(root);
        destination = Files.createDirectory(root.resolve("destination"));
        keys = new KeyFolder(root.resolve("data/keys"));
    }

    @Test
    void aRangeOfTwoCamerasAcrossSegmentsIsOneFolderThatVerifies() throws IOException {
        recorded.add("cam_1", 0, 60);
        recorded.add("cam_1", 60, 120);
        recorded.add("cam_2", 30, 90);
        CancelledAfter progress = new CancelledAfter(CancelledAfter.NEVER);
        ExportResult result = exporter().export(request(0, 120, "cam_1", "cam_2"), progress);
        assertEquals(destination.resolve(NAME), result.folder());
        assertEquals(
                List.of("cam_1_20260301_101500.mp4", "cam_2_20260301_101530.mp4"),
                result.files().stream()
                        .map(file -> file.file().getFileName().toString())
                        .toList());
        assertEquals(
                List.of(
                        "README.txt",
                        "SHA256SUMS",
                        "cam_1_20260301_101500.mp4",
                        "cam_2_20260301_101530.mp4",
                        "manifest.json",
                        "manifest.sig",
                        "public-key.pem"),
                names(result.folder()));
        assertEquals(List.of(), result.problems());
        assertEquals(1, progress.last());
        VerificationReport report = new Verifier(keys).verify(result.folder(), Progress.NONE);
        assertEquals(List.of(), report.problems());
        assertEquals(5, report.files());
        assertTrue(report.ownKey());
        assertEquals(keys.signingKey().verifyingKey().fingerprint(), report.keyFingerprint());
    }

    @Test
    void theManifestSaysWhatWasExported() throws IOException {
        Segment first = recorded.add("cam_1", 0, 60);
        recorded.add("cam_1", 70, 120);
        recorded.catalog.gaps.add(new RecordedGap("cam_1", T0.plusSeconds(60), T0.plusSeconds(70), "loss"));
        recorded.add("cam_2", 0, 50);
        JsonObject manifest = manifest(exporter().export(request(0, 120, "cam_1", "cam_2"), Progress.NONE));
        assertEquals("org.rnvr.export", manifest.get("format").getAsString());
        assertEquals(1, manifest.get("format_version").getAsInt());
        assertEquals("0.1.0", manifest.get("rnvr_version").getAsString());
        assertEquals("recorder-1", manifest.get("host").getAsString());
        assertEquals("2026-03-02T00:00:00.000Z", manifest.get("exported_at").getAsString());
        assertEquals("Asia/Seoul", manifest.get("zone").getAsString());
        assertEquals("침입 <note>", manifest.get("note").getAsString());
        JsonObject range = manifest.getAsJsonObject("range");
        assertEquals("2026-03-01T01:15:00.000Z", range.get("from").getAsString());
        assertEquals("2026-03-01T10:17:00.000+09:00", range.get("to_local").getAsString());
        JsonObject camera = manifest.getAsJsonArray("cameras").get(0).getAsJsonObject();
        assertEquals("cam_1", camera.get("id").getAsString());
        assertEquals("현관 Front door", camera.get("name").getAsString());
        JsonObject source = camera.getAsJsonArray("sources").get(0).getAsJsonObject();
        assertEquals(
                "cam_1/20260301/cam_1_20260301_101500.mp4", source.get("file").getAsString());
        assertEquals(first.sha256().orElseThrow(), source.get("sha256").getAsString());
        assertEquals(first.bytes(), source.get("bytes").getAsLong());
        assertEquals("2026-03-01T01:14:59.750Z", source.get("camera_start").getAsString());
        assertEquals("h264", source.get("codec").getAsString());
        assertEquals("rotation", source.get("cause").getAsString());
        assertFalse(source.get("open").getAsBoolean());
        assertTrue(source.get("unchanged_since_closed").getAsBoolean());
        JsonObject result = camera.getAsJsonArray("results").get(0).getAsJsonObject();
        assertEquals("2026-03-01T01:15:00.000Z", result.get("start").getAsString());
        assertTrue(result.get("frames").getAsLong() > 0);
        assertEquals("loss", onlyGap(camera).get("cause").getAsString());
        JsonObject hole = onlyGap(manifest.getAsJsonArray("cameras").get(1).getAsJsonObject());
        assertEquals("unknown", hole.get("cause").getAsString());
        assertEquals("2026-03-01T01:15:50.000Z", hole.get("from").getAsString());
        assertEquals(0, manifest.getAsJsonArray("problems").size());
    }

    @Test
    void aSourceThatChangedIsExportedAndSaidToHaveChanged() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 120);
        Files.writeString(segment.file(), "something else");
        ExportResult result = exporter().export(request(0, 120, "cam_1"), Progress.NONE);
        assertEquals(1, result.problems().size());
        String problem = result.problems().get(0);
        assertTrue(problem.startsWith("cam_1/20260301/cam_1_20260301_101500.mp4: "), problem);
        assertTrue(problem.contains(segment.sha256().orElseThrow()), problem);
        JsonObject manifest = manifest(result);
        assertEquals(problem, manifest.getAsJsonArray("problems").get(0).getAsString());
        JsonObject source = source(manifest);
        assertFalse(source.get("unchanged_since_closed").getAsBoolean());
        assertEquals(
                segment.sha256().orElseThrow(), source.get("catalog_sha256").getAsString());
        assertEquals(
                Sha256.of("something else".getBytes()), source.get("sha256").getAsString());
        assertTrue(new Verifier(keys).verify(result.folder(), Progress.NONE).isGood());
    }

    @Test
    void aSegmentBeingWrittenIsExportedAsFarAsItHasCome() throws IOException {
        recorded.add("cam_1", 0, 120, "so far", false);
        JsonObject source = source(manifest(exporter().export(request(0, 120, "cam_1"), Progress.NONE)));
        assertTrue(source.get("open").getAsBoolean());
        assertFalse(source.has("cause"));
        assertFalse(source.has("unchanged_since_closed"));
        assertEquals(6, source.get("bytes").getAsLong());
    }

    @Test
    void recordingsThatOverlapAreFilesOfTheirOwn() throws IOException {
        recorded.add("cam_1", 0, 60);
        recorded.add("cam_1", 20, 80);
        recorded.add("cam_1", 0, 60, "after the clock was set back", true);
        ExportResult result = exporter().export(request(0, 120, "cam_1"), Progress.NONE);
        assertEquals(
                List.of("cam_1_20260301_101500.mp4", "cam_1_20260301_101500_2.mp4", "cam_1_20260301_101520.mp4"),
                result.files().stream()
                        .map(file -> file.file().getFileName().toString())
                        .sorted()
                        .toList());
        assertTrue(
                result.problems().get(0).startsWith("cam_1: recordings overlap"),
                result.problems().toString());
        assertTrue(new Verifier(keys).verify(result.folder(), Progress.NONE).isGood());
    }

    @Test
    void aCameraWithNothingInTheRangeIsNamedWithItsGap() throws IOException {
        recorded.add("cam_1", 0, 120);
        JsonObject manifest = manifest(exporter().export(request(0, 120, "cam_1", "cam_9"), Progress.NONE));
        JsonObject camera = manifest.getAsJsonArray("cameras").get(1).getAsJsonObject();
        assertEquals("cam_9", camera.get("id").getAsString());
        assertEquals(0, camera.getAsJsonArray("results").size());
        assertEquals("unknown", onlyGap(camera).get("cause").getAsString());
    }

    @Test
    void aCameraThatIsNoLongerConfiguredCanBeExported() throws IOException {
        recorded.add("old_cam", 0, 120);
        assertEquals(
                1,
                exporter()
                        .export(request(0, 120, "old_cam"), Progress.NONE)
                        .files()
                        .size());
    }

    @Test
    void untilItIsDoneThereIsOnlyAHiddenFolder() throws IOException {
        recorded.add("cam_1", 0, 120);
        List<List<String>> seen = new ArrayList<>();
        media.whileJoining = () -> seen.add(names(destination));
        exporter().export(request(0, 120, "cam_1"), Progress.NONE);
        assertEquals(List.of(List.of("." + NAME + ".partial")), seen);
        assertEquals(List.of(NAME), names(destination));
    }

    @Test
    void aSecondExportOfTheSameRangeIsAnotherFolder() throws IOException {
        recorded.add("cam_1", 0, 120);
        exporter().export(request(0, 120, "cam_1"), Progress.NONE);
        Files.createDirectory(destination.resolve("." + NAME + "_2.partial")); // as a power cut leaves it
        ExportResult second = exporter().export(request(0, 120, "cam_1"), Progress.NONE);
        assertEquals(destination.resolve(NAME + "_3"), second.folder());
        assertTrue(new Verifier(keys).verify(second.folder(), Progress.NONE).isGood());
    }

    @Test
    void cancelledAtWhateverMomentNothingIsLeft() throws IOException {
        recorded.add("cam_1", 0, 60);
        recorded.add("cam_2", 0, 60);
        int cancelled = 0;
        boolean finished = false;
        while (!finished) {
            try {
                exporter().export(request(0, 120, "cam_1", "cam_2"), new CancelledAfter(cancelled));
                finished = true;
            } catch (CancellationException e) {
                cancelled++;
                assertEquals(List.of(), names(destination));
            }
        }
        assertTrue(cancelled > 5, "cancelled at " + cancelled + " moments");
    }

    @Test
    void failedWhileJoiningNothingIsLeft() throws IOException {
        recorded.add("cam_1", 0, 120);
        media.failing = true;
        assertRefused("the disk is full", request(0, 120, "cam_1"));
    }

    @Test
    void aRecordingThatCannotBeReadIsNamedAndNothingIsLeft() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        Files.delete(segment.file());
        Files.createDirectory(segment.file()); // opens, and cannot be read
        media.empty = true; // so that it is the hashing that finds it
        assertRefused(segment.file().toString(), request(0, 120, "cam_1"));
    }

    @Test
    void withoutAFrameThereIsNoExport() throws IOException {
        recorded.add("cam_1", 0, 60);
        media.empty = true;
        assertRefused("no frame is recorded", request(0, 120, "cam_1"));
    }

    @Test
    void whatCannotBeDoneIsRefusedWithWhatCould() throws IOException {
        recorded.add("cam_1", 0, 60);
        assertRefused("nothing is recorded of cam_1 between", request(500, 600, "cam_1"));
        assertRefused("no such camera: cam_7; there are cam_1, cam_2, cam_9", request(0, 120, "cam_7"));
        Path file = Files.writeString(root.resolve("file"), "");
        assertRefused(file + " is no folder; it must be an existing folder", request(file));
        Path missing = root.resolve("missing");
        assertRefused(missing + " is not there; it must be an existing folder", request(missing));
        assertTrue(Files.notExists(missing));
        assertRefused("lies in the recording folder", request(recorded.recordings));
        assertRefused("lies in the recording folder", request(recorded.recordings.resolve("cam_1")));
        Path link = Files.createSymbolicLink(root.resolve("link"), recorded.recordings.resolve("cam_1"));
        assertRefused("lies in the recording folder", request(link));
        // Permissions do not bind root; the kernel's own folders do.
        Path refusing = Files.isWritable(Path.of("/")) ? Path.of("/sys/kernel") : Path.of("/");
        assertRefused(refusing.toString(), request(refusing));
        free = 1000;
        assertRefused("has room for 1000", request(0, 120, "cam_1"));
    }

    @Test
    void theReadmeIsOfThisExport() throws IOException {
        recorded.add("cam_1", 0, 60);
        ExportResult result = exporter().export(request(0, 120, "cam_1"), Progress.NONE);
        String readme = Files.readString(result.folder().resolve("README.txt"));
        assertTrue(readme.contains(keys.signingKey().verifyingKey().fingerprint()), readme);
        assertTrue(readme.contains("RNVR 0.1.0, recorder-1"), readme);
        assertTrue(readme.contains("확인하는 방법"), readme);
        assertFalse(readme.contains("${"), readme);
        assertArrayEquals(
                keys.signingKey().verifyingKey().pem(),
                Files.readAllBytes(result.folder().resolve("public-key.pem")));
    }

    private void assertRefused(String words, ExportRequest request) {
        IOException refusal = assertThrows(IOException.class, () -> exporter().export(request, Progress.NONE));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        assertEquals(List.of(), names(destination));
    }

    private Exporter exporter() {
        return new Exporter(
                recorded.catalog, media, recorded::site, keys, Recorded.ORIGIN, Recorded.CLOCK, folder -> free);
    }

    private ExportRequest request(long from, long to, String... cameraIds) {
        return request(destination, from, to, cameraIds);
    }

    private static ExportRequest request(Path into) {
        return request(into, 0, 120, "cam_1");
    }

    private static ExportRequest request(Path into, long from, long to, String... cameraIds) {
        return new ExportRequest(
                List.of(cameraIds), T0.plusSeconds(from), T0.plusSeconds(to), Container.MP4, into, "침입 <note>");
    }

    private static JsonObject manifest(ExportResult result) throws IOException {
        return JsonParser.parseString(Files.readString(result.folder().resolve("manifest.json")))
                .getAsJsonObject();
    }

    private static JsonObject source(JsonObject manifest) {
        JsonObject camera = manifest.getAsJsonArray("cameras").get(0).getAsJsonObject();
        return camera.getAsJsonArray("sources").get(0).getAsJsonObject();
    }

    private static JsonObject onlyGap(JsonObject camera) {
        List<JsonElement> gaps = camera.getAsJsonArray("gaps").asList();
        assertEquals(1, gaps.size());
        return gaps.get(0).getAsJsonObject();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
