package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Journal;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/**
 * The recorder is killed at random moments, again and again, while it records four cameras whose files change every ten
 * seconds. How often is told by the system property {@code rnvr.crashes}, where the moments come from by
 * {@code rnvr.crashes.seed}.
 */
class CrashTest {

    private static final int CRASHES = Integer.getInteger("rnvr.crashes", 4);
    private static final long SEED = Long.getLong("rnvr.crashes.seed", System.nanoTime());
    private static final List<String> CAMERAS = List.of("c1", "c2", "c3", "c4");
    private static final Duration START = Duration.ofSeconds(60);
    private static final int LONGEST_RUN_MS = 12_000;
    private static final double PROMISED_SECONDS = 1 + 1;
    /** From the camera to the muxer, on a busy machine. */
    private static final double TRANSIT_SECONDS = 1;

    private final Path data = Product.folder("crashes");
    private final Path recordings = data.resolve("recordings");
    private final CatalogFile catalog = new CatalogFile(recordings);
    private final Set<Path> played = new HashSet<>();

    @Test
    void whateverMomentItIsKilledNothingFinishedIsLostAndTheCatalogAgrees() throws IOException, SQLException {
        Random random = new Random(SEED);
        System.out.println("crashes: " + CRASHES + ", seed " + SEED);
        try (CameraProcess camera = CameraProcess.small(4)) {
            Path configuration = configuration(camera);
            for (int crash = 1; crash <= CRASHES; crash++) {
                Set<Path> before = Set.copyOf(files());
                Map<String, Integer> starts = CAMERAS.stream()
                        .collect(Collectors.toMap(id -> id, id -> new Journal(data)
                                .all("recording_started", id)
                                .size()));
                Instant started = Instant.MIN;
                Instant killed;
                try (RunningRecorder recorder = RunningRecorder.start(data, configuration)) {
                    for (String id : CAMERAS) {
                        JsonObject recording = awaitStart(recorder, id, starts);
                        started =
                                max(started, Instant.parse(recording.get("time").getAsString()));
                    }
                    Await.pass(Duration.ofMillis(random.nextInt(LONGEST_RUN_MS)));
                    killed = Instant.now();
                    recorder.kill();
                }
                check(configuration, before, started, killed);
            }
        }
    }

    /** Starts it again only to look: what it enters is what there is. */
    private void check(Path configuration, Set<Path> before, Instant begun, Instant killed)
            throws IOException, SQLException {
        Set<Path> cut = new TreeSet<>(files());
        cut.removeAll(before);
        // the run that was killed may not have come to its check
        int checks = new Journal(data).all("catalog_checked").size();
        try (RunningRecorder recorder = RunningRecorder.start(data, configuration)) {
            Await.value("the check of the catalog", START, () -> recorder.journal().all("catalog_checked").stream()
                    .skip(checks)
                    .findFirst());
            recorder.end("TERM");
        }
        Map<Path, CatalogFile.Row> rows = catalog.segments();
        Set<Path> known = new TreeSet<>(rows.keySet());
        known.addAll(catalog.unreadable());
        assertEquals(new TreeSet<>(files()), known, "files and rows");
        for (Map.Entry<Path, CatalogFile.Row> entry : rows.entrySet()) {
            Path file = entry.getKey();
            CatalogFile.Row row = entry.getValue();
            assertEquals(Files.size(file), row.bytes(), file.toString());
            if (played.add(file)) {
                assertEquals(Recording.play(file).frames().size(), row.frames(), file.toString());
            }
        }
        for (String camera : CAMERAS) {
            List<CatalogFile.Row> crashed = cut.stream()
                    .map(rows::get)
                    .filter(Objects::nonNull)
                    .filter(row -> row.camera().equals(camera) && row.cause().equals("crash"))
                    .toList();
            Instant last = cut.stream()
                    .map(rows::get)
                    .filter(Objects::nonNull)
                    .filter(row -> row.camera().equals(camera))
                    .map(CatalogFile.Row::end)
                    .max(Instant::compareTo)
                    .orElse(begun);
            double lost = Duration.between(last, killed).toMillis() / 1000.0;
            assertTrue(
                    lost <= PROMISED_SECONDS + TRANSIT_SECONDS,
                    camera + " lost " + lost + " s before " + killed + "; entered after the crash: " + crashed);
        }
    }

    private static JsonObject awaitStart(RunningRecorder recorder, String camera, Map<String, Integer> before) {
        return recorder.journal().await("recording_started", camera, before.get(camera) + 1, START);
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Path> files() {
        return CAMERAS.stream()
                .flatMap(camera -> RunningRecorder.recordings(recordings, camera).stream())
                .toList();
    }

    private Path configuration(CameraProcess camera) {
        SiteConfiguration site = new SiteConfiguration().set("recording", "rotation_seconds", 10);
        IntStream.range(0, CAMERAS.size()).forEach(i -> site.camera(CAMERAS.get(i), camera.url("demo" + (i + 1))));
        return site.write(data.resolve("IT_RNVR.json"));
    }
}
