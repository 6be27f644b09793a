package org.rnvr.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;

/**
 * Lets recorders record the same cameras, one after the other, and measures what each costs. All cameras are one clip that
 * was encoded once: playing it costs little and is the same for all.
 */
final class RecordingBenchmark {

    /** 1080p25 with a key frame every 2 s; the encoder stays below what it is asked for, and makes about 4 Mbit/s. */
    private static final String[] CAMERA = {
        "--port",
        "0",
        "--mode",
        "clip",
        "--width",
        "1920",
        "--height",
        "1080",
        "--fps",
        "25",
        "--gop-seconds",
        "2",
        "--bitrate-kbps",
        "5700"
    };

    private static final String NAME = "demo1";
    private static final Duration STARTING = Duration.ofSeconds(90);

    /** So much in a file, and media have begun: less than a second of them, more than what any container begins with. */
    private static final long BEGUN_BYTES = 100_000;

    private final RecordingOptions options;
    private final ProcessTable table;
    private final Consumer<String> progress;

    /**
     * A benchmark.
     *
     * @param options what to do
     * @param table where processes are looked at
     * @param progress hears what is done
     */
    RecordingBenchmark(RecordingOptions options, ProcessTable table, Consumer<String> progress) {
        this.options = options;
        this.table = table;
        this.progress = progress;
    }

    /**
     * Does all rounds.
     *
     * @param folder where recordings go until they are measured
     * @param done hears of each round
     */
    void run(Path folder, Consumer<Round> done) {
        try (CameraProcess camera = CameraProcess.start(CAMERA)) {
            for (int number = 1; number <= options.rounds(); number++) {
                for (int cameras : options.cameras()) {
                    done.accept(round(camera, cameras, number, folder));
                }
            }
        }
    }

    /** Each round begins with another recorder, so that none always comes after the same one. */
    private Round round(CameraProcess camera, int cameras, int number, Path folder) {
        List<String> systems = new ArrayList<>(options.systems());
        Collections.rotate(systems, 1 - number);
        List<Measurement> measurements = new ArrayList<>();
        for (String system : systems) {
            progress.accept("round " + number + ", " + cameras + " cameras: " + system);
            measurements.add(measure(camera, system, cameras, number, folder));
        }
        measurements.sort(
                Comparator.comparingInt(measurement -> options.systems().indexOf(measurement.system())));
        return new Round(cameras, number, measurements);
    }

    private Measurement measure(CameraProcess camera, String system, int cameras, int number, Path folder) {
        Path place = folder.resolve(system + "-" + cameras + "-" + number);
        try {
            Files.createDirectories(place);
            try (RecorderAtWork recorder = Systems.start(system, camera.url(NAME), cameras, place)) {
                awaitGrowth(recorder, system, cameras);
                Await.pass(options.warmUp());
                Snapshot begin = snapshot(camera, recorder);
                Await.pass(options.interval());
                Snapshot end = snapshot(camera, recorder);
                return Measurement.between(begin, end, system, cameras, number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(place);
        }
    }

    /** Every camera has a file that grows. */
    private static void awaitGrowth(RecorderAtWork recorder, String system, int cameras) {
        String what = system + " to record " + cameras + " cameras";
        List<Path> files = Await.value(what, STARTING, () -> begun(recorder, cameras));
        List<Long> sizes = files.stream().map(RecordingBenchmark::size).toList();
        Await.value(what + " further", STARTING, () -> grown(files, sizes));
    }

    private static Optional<List<Path>> begun(RecorderAtWork recorder, int cameras) {
        List<Path> files = recorder.files();
        return files.size() >= cameras && files.stream().allMatch(file -> size(file) > BEGUN_BYTES)
                ? Optional.of(files)
                : Optional.empty();
    }

    private static Optional<Boolean> grown(List<Path> files, List<Long> sizes) {
        for (int i = 0; i < files.size(); i++) {
            if (size(files.get(i)) <= sizes.get(i)) {
                return Optional.empty();
            }
        }
        return Optional.of(true);
    }

    private Snapshot snapshot(CameraProcess camera, RecorderAtWork recorder) {
        long bytes =
                recorder.files().stream().mapToLong(RecordingBenchmark::size).sum();
        return new Snapshot(
                System.nanoTime(), table.usage(recorder.processes()), table.usage(List.of(camera.pid())), bytes);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
