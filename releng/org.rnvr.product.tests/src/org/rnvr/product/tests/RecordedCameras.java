package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.ProductCopy;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/**
 * Some small cameras of one process, all recorded.
 *
 * @param process the cameras
 * @param names their names
 */
record RecordedCameras(CameraProcess process, List<String> names) implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int FRAMES_PER_SECOND = 25;
    private static final double GOP_SECONDS = 1;
    private static final double HELD_UP_SECONDS = 0.5;
    private static final double PRECISION_SECONDS = 0.001;
    private static final List<String> TROUBLES = List.of("lost", "stalled", "reconnecting", "reconnected", "gap");

    static RecordedCameras start(int number) {
        return new RecordedCameras(
                CameraProcess.small(number),
                IntStream.rangeClosed(1, number).mapToObj(i -> "demo" + i).toList());
    }

    /** Starts an installation on a data folder, and waits until all are recorded. */
    RunningRecorder record(ProductCopy product, Path data, UnaryOperator<SiteConfiguration> more) {
        SiteConfiguration configuration = new SiteConfiguration();
        names.forEach(name -> configuration.camera(name, process.url(name)));
        RunningRecorder recorder =
                RunningRecorder.startOf(product, data, more.apply(configuration).write(configuration(data)));
        try {
            awaitRecorded(recorder, 1);
            return recorder;
        } catch (AssertionError e) {
            recorder.close();
            throw e;
        }
    }

    /** The configuration that was written to a data folder. */
    static Path configuration(Path data) {
        return data.resolve("IT_RNVR.json");
    }

    /** Waits until recording of each began for the nth time, and gives when that was for the last of them. */
    JsonObject awaitRecorded(RunningRecorder recorder, int nth) {
        return names.stream()
                .map(name -> recorder.journal().await("recording_started", name, nth, START))
                .reduce((one, other) ->
                        one.get("mono_ns").getAsLong() > other.get("mono_ns").getAsLong() ? one : other)
                .orElseThrow();
    }

    /** That an ended recorder recorded a camera into so many files, that nothing befell it, and no frame is missing in them. */
    static void assertUninterrupted(RunningRecorder recorder, Path data, String camera, int files) throws SQLException {
        for (String trouble : TROUBLES) {
            assertEquals(List.of(), recorder.journal().all(trouble, camera), trouble);
        }
        assertEquals(files, recorder.journal().all("streaming", camera).size(), camera);
        Map<Path, CatalogFile.Row> rows = rows(data, camera);
        assertEquals(recorder.recordings(camera), List.copyOf(rows.keySet()));
        assertEquals(files, rows.size(), rows::toString);
        rows.forEach((file, row) -> {
            Recording recording = Recording.play(file);
            assertEquals(row.frames(), recording.frames().size(), file::toString);
            assertEquals(List.of(), lost(recording), () -> file + ": frames are missing before these times");
        });
    }

    /**
     * Times of the frames before which others are missing. A camera that its machine held up for long sends nothing and then
     * begins its clip anew, so that its key frames are no longer whole seconds apart; what is lost on the way leaves them so.
     */
    private static List<Double> lost(Recording recording) {
        List<Double> lost = new ArrayList<>();
        double key = recording.frames().get(0);
        double last = key;
        for (double frame : recording.frames()) {
            boolean begins = recording.keys().contains(frame);
            double apart = (frame - key) / GOP_SECONDS;
            boolean heldUp = begins
                    && frame - last >= HELD_UP_SECONDS
                    && Math.abs(apart - Math.rint(apart)) > 2 * PRECISION_SECONDS;
            if (frame - last > 1.5 / FRAMES_PER_SECOND && !heldUp) {
                lost.add(frame);
            }
            key = begins ? frame : key;
            last = frame;
        }
        return lost;
    }

    /** The camera's files of which the catalog knows, in the order of their names. */
    static Map<Path, CatalogFile.Row> rows(Path data, String camera) throws SQLException {
        Map<Path, CatalogFile.Row> rows = new CatalogFile(data.resolve("recordings")).segments();
        rows.values().removeIf(row -> !row.camera().equals(camera));
        return rows;
    }

    static Instant time(JsonObject event) {
        return Instant.parse(event.get("time").getAsString());
    }

    /** From one event of the journal to another by the clock that no change of time moves. */
    static Duration between(JsonObject event, JsonObject other) {
        return Duration.ofNanos(
                other.get("mono_ns").getAsLong() - event.get("mono_ns").getAsLong());
    }

    @Override
    public void close() {
        process.close();
    }
}
