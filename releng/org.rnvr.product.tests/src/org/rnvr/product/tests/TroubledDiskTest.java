package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Journal;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;
import org.rnvr.lab.fixture.SmallDisk;

/** All that happens to the disk of a recorder, one after the other in one run, and how it records again each time. */
@Timeout(600)
// Who enters a network namespace gets a copy of all mounts, and with it holds on to disks.
@ResourceLock("mounts")
class TroubledDiskTest {

    private static final List<String> CAMERAS = List.of("front", "back");
    private static final String DISK = "disk";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration NOTICED = Duration.ofSeconds(15);
    private static final Duration RESUMED = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private RunningRecorder recorder;
    private Journal journal;
    private SmallDisk disk;

    @Test
    void recordingGoesOnAfterEveryTroubleOfTheDiskAndNothingIsWrittenElsewhere() throws IOException {
        assumeTrue(SmallDisk.allowed(), "mounting a disk needs root and loop devices");
        Path data = Product.folder("troubled-disk");
        try (SmallDisk small = SmallDisk.in(data);
                CameraProcess cameras = CameraProcess.start(
                        "--port", "0", "--cameras", "2", "--mode", "clip", "--width", "320", "--height", "240")) {
            disk = small;
            disk.format(DISK);
            disk.mount(DISK, "rw");
            Path configuration = new SiteConfiguration()
                    .camera(CAMERAS.get(0), cameras.url("demo1"))
                    .camera(CAMERAS.get(1), cameras.url("demo2"))
                    .set("storage", "recording_path", disk.mountPoint())
                    .set("storage", "min_free_space_gb", 0)
                    .write(data.resolve("IT_RNVR.json"));
            try (RunningRecorder running = RunningRecorder.startUnprivileged(data, configuration)) {
                recorder = running;
                journal = running.journal();
                CAMERAS.forEach(camera -> journal.await("recording_started", camera, 1, START));
                endure();
                assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
                check();
            }
        }
    }

    private void endure() {
        trouble("missing", disk::unmount, this::assertNothingThere, () -> disk.mount(DISK, "rw"));
        trouble("denied", () -> disk.give(1234), () -> {}, () -> disk.give(0));
        fillUp();
        // a disk in use cannot be remounted read-only: it is unmounted first, and nothing is written to it meanwhile
        trouble(
                "read_only",
                () -> {
                    unmountAndAwaitMissing();
                    mountSoon("ro");
                },
                () -> {},
                () -> {
                    disk.unmount();
                    mountSoon("rw");
                });
        disk.format("other");
        trouble(
                "missing",
                () -> {
                    disk.unmount();
                    disk.mount("other", "rw");
                },
                this::assertNothingThere,
                () -> {
                    disk.unmount();
                    disk.mount(DISK, "rw");
                });
        disk.copy(DISK, "replacement");
        trouble(
                List.of("error", "read_only"),
                () -> disk.fail(DISK),
                () -> {
                    unmountAndAwaitMissing();
                    assertNothingThere();
                },
                () -> disk.mount("replacement", "rw"));
    }

    /** Whoever fills the disk, the oldest recordings make room; on so small a disk that may not be enough. */
    private void fillUp() {
        Await.pass(BETWEEN);
        Instant filled = Instant.now();
        disk.fill();
        JsonObject full =
                Await.value("storage full", NOTICED, () -> after(filled, "storage", Optional.empty(), "state", "full"));
        assertOldestDeleted();
        deleteFiller();
        Instant healed = Instant.now();
        awaitState("ok");
        for (String camera : CAMERAS) {
            JsonObject resumed = Await.value(
                    "recording of " + camera + " after the disk was full",
                    LIMIT,
                    () -> after(time(full), "recording_started", Optional.of(camera), "camera", camera));
            assertSoon("full: recording of " + camera, healed, resumed);
        }
    }

    /** Until this is the last that was told. */
    private void awaitState(String state) {
        Await.value("storage " + state + " in the end", LIMIT, () -> Optional.of(storageEvents())
                .map(events -> events.get(events.size() - 1))
                .filter(event -> event.get("state").getAsString().equals(state)));
    }

    private void trouble(String state, Runnable harm, Runnable meanwhile, Runnable heal) {
        trouble(List.of(state), harm, meanwhile, heal);
    }

    /** The states are those that may be told of it. */
    private void trouble(Collection<String> states, Runnable harm, Runnable meanwhile, Runnable heal) {
        Await.pass(BETWEEN);
        int events = storageEvents().size();
        harm.run();
        awaitStorage(states, events, NOTICED);
        Await.pass(Duration.ofSeconds(4));
        meanwhile.run();
        assertTrue(recorder.isAlive(), recorder.terminal());
        // the recorder may notice before the command that healed is seen to have ended
        int told = storageEvents().size();
        Map<String, Integer> started = CAMERAS.stream().collect(Collectors.toMap(camera -> camera, this::starts));
        heal.run();
        Instant healed = Instant.now();
        JsonObject ok = awaitStorage(List.of("ok"), told, LIMIT);
        assertSoon(states + ": storage ok", healed, ok);
        for (String camera : CAMERAS) {
            JsonObject resumed = journal.await("recording_started", camera, started.get(camera) + 1, LIMIT);
            assertSoon(states + ": recording of " + camera, healed, resumed);
        }
    }

    private void mountSoon(String options) {
        Await.value("mounting " + options, LIMIT, () -> {
            try {
                disk.mount(DISK, options);
                return Optional.of(true);
            } catch (AssertionError e) {
                return Optional.empty(); // it is still in use
            }
        });
    }

    private void deleteFiller() {
        try {
            Files.delete(disk.mountPoint().resolve("filler"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertNothingThere() {
        assertEquals(List.of(), disk.names());
    }

    private void assertOldestDeleted() {
        JsonObject deleted = Await.value(
                "segments_deleted in " + journal.lines(), LIMIT, () -> journal.all("segments_deleted").stream()
                        .findFirst());
        assertEquals("space", deleted.get("reason").getAsString());
        JsonObject oldest = journal.all("segment_closed").get(0);
        assertTrue(Files.notExists(Path.of(oldest.get("file").getAsString())), oldest.toString());
    }

    private List<JsonObject> storageEvents() {
        return journal.all("storage");
    }

    private int starts(String camera) {
        return journal.all("recording_started", camera).size();
    }

    private void unmountAndAwaitMissing() {
        int events = storageEvents().size();
        disk.unmount();
        awaitStorage(List.of("missing"), events, NOTICED);
    }

    /** The first of these states that is told after so many events. */
    private JsonObject awaitStorage(Collection<String> states, int events, Duration limit) {
        return Await.value("storage " + states + " in " + storageEvents(), limit, () -> storageEvents().stream()
                .skip(events)
                .filter(event -> states.contains(event.get("state").getAsString()))
                .findFirst());
    }

    private Optional<JsonObject> after(
            Instant time, String event, Optional<String> camera, String field, String value) {
        return camera.map(id -> journal.all(event, id)).orElseGet(() -> journal.all(event)).stream()
                .filter(line -> !time(line).isBefore(time))
                .filter(line -> line.get(field).getAsString().equals(value))
                .findFirst();
    }

    private static Instant time(JsonObject line) {
        return Instant.parse(line.get("time").getAsString());
    }

    private static void assertSoon(String what, Instant healed, JsonObject event) {
        Duration took = Duration.between(healed, time(event));
        System.out.println(what + " after " + took.toMillis() + " ms");
        assertTrue(took.compareTo(RESUMED) <= 0, what + " only after " + took.toMillis() + " ms: " + event);
    }

    /** Cameras were watched all the time, and what was recorded can be played. */
    private void check() throws IOException {
        for (String camera : CAMERAS) {
            assertEquals(List.of(), journal.all("lost", camera), recorder.terminal());
            assertEquals(1, journal.all("streaming", camera).size(), recorder.terminal());
            List<Path> whole = new ArrayList<>();
            for (JsonObject segment : journal.all("segment_closed", camera)) {
                Path file = Path.of(segment.get("file").getAsString());
                boolean complete = !segment.get("cause").getAsString().equals("storage");
                if (complete && Files.exists(file)) {
                    whole.add(file);
                }
            }
            assertTrue(!whole.isEmpty(), journal.lines().toString());
            whole.forEach(Recording::play);
        }
        try (Stream<Path> names = Files.list(disk.mountPoint())) {
            assertEquals(
                    List.of(),
                    names.map(path -> path.getFileName().toString())
                            .filter(name -> name.endsWith(".probe") || name.endsWith(".tmp"))
                            .toList());
        }
    }
}
