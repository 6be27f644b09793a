package org.rnvr.lab.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Product;

/** Shows the same camera in many windows, by RNVR and by bare GStreamer, one after the other, and measures what that costs. */
final class DisplayBenchmark {

    /** RNVR's pipelines, as the product has them. */
    static final String PRODUCT = "rnvr";

    /** One {@code gst-launch-1.0} for all, without a line of Java. */
    static final String GSTREAMER = "gstreamer";

    private static final String[] CAMERA = {
        "--port",
        "0",
        "--mode",
        "clip",
        "--width",
        Integer.toString(XScreen.WIDTH),
        "--height",
        Integer.toString(XScreen.HEIGHT),
        "--fps",
        "15",
        "--gop-seconds",
        "2",
        "--bitrate-kbps",
        "700"
    };

    private static final Duration STARTING = Duration.ofSeconds(60);
    private static final Duration MOVING = Duration.ofSeconds(2);
    private static final long CLOSING_SECONDS = 10;

    private final DisplayOptions options;
    private final ProcessTable table;
    private final Consumer<String> progress;

    /**
     * A benchmark.
     *
     * @param options what to do
     * @param table where processes are looked at
     * @param progress hears what is done
     */
    DisplayBenchmark(DisplayOptions options, ProcessTable table, Consumer<String> progress) {
        this.options = options;
        this.table = table;
        this.progress = progress;
    }

    /** Does all rounds; each begins with the other one. */
    List<List<DisplayCost>> run() {
        List<List<DisplayCost>> rounds = new ArrayList<>();
        try (CameraProcess camera = CameraProcess.start(CAMERA);
                XScreen screen = XScreen.start(options.views())) {
            for (int number = 1; number <= options.rounds(); number++) {
                List<String> systems = new ArrayList<>(List.of(PRODUCT, GSTREAMER));
                Collections.rotate(systems, 1 - number);
                List<DisplayCost> costs = new ArrayList<>();
                for (String system : systems) {
                    progress.accept("round " + number + ", " + options.views() + " views: " + system);
                    costs.add(measure(system, camera, screen));
                }
                costs.sort(Comparator.comparing(DisplayCost::system).reversed());
                rounds.add(List.copyOf(costs));
            }
        }
        return rounds;
    }

    private DisplayCost measure(String system, CameraProcess camera, XScreen screen) {
        boolean product = system.equals(PRODUCT);
        List<Long> windows = product ? screen.openWindows() : List.of();
        Process wall = start(product ? product(camera.url("demo1"), windows) : gstreamer(camera.url("demo1")), screen);
        try {
            Await.value(system + " to show " + options.views() + " pictures", STARTING, () -> {
                if (!wall.isAlive()) {
                    throw new IllegalStateException(system + " has ended");
                }
                if (!product) {
                    screen.arrange();
                }
                return screen.pictures().contains(0) ? Optional.empty() : Optional.of(true);
            });
            Await.pass(options.warmUp());
            requireMoving(system, screen);
            DisplayCost.Moment begin = moment(wall, screen, camera);
            Await.pass(options.interval());
            DisplayCost.Moment end = moment(wall, screen, camera);
            requireMoving(system, screen);
            return DisplayCost.between(begin, end, system);
        } finally {
            end(wall);
            screen.closeWindows(windows);
        }
    }

    private DisplayCost.Moment moment(Process wall, XScreen screen, CameraProcess camera) {
        return new DisplayCost.Moment(
                System.nanoTime(),
                table.usage(List.of(wall.pid())),
                table.usage(List.of(screen.pid())),
                table.usage(List.of(camera.pid())));
    }

    private static void requireMoving(String system, XScreen screen) {
        List<Integer> before = screen.pictures();
        Await.value("all pictures of " + system + " to move", MOVING, () -> {
            List<Integer> now = screen.pictures();
            for (int i = 0; i < now.size(); i++) {
                if (now.get(i) == 0 || now.get(i).equals(before.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(true);
        });
    }

    private static List<String> product(String url, List<Long> windows) {
        List<String> words = new ArrayList<>(List.of("java", "-Xmx1g", "-Dgstreamer.disableExternalTypes=true", "-cp"));
        words.add(String.join(
                File.pathSeparator,
                Stream.concat(
                                Stream.of(System.getProperty("java.class.path")),
                                Stream.of(
                                                "org.rnvr.api",
                                                "org.rnvr.pipeline.gst",
                                                "org.freedesktop.gstreamer",
                                                "com.sun.jna",
                                                "slf4j.api",
                                                "org.eclipse.osgi")
                                        .map(Product::bundle)
                                        .map(Path::toString))
                        .toList()));
        words.add(Wall.class.getName());
        words.add(url);
        windows.forEach(window -> words.add(Long.toString(window)));
        return words;
    }

    private List<String> gstreamer(String url) {
        List<String> words = new ArrayList<>(List.of("gst-launch-1.0", "-q"));
        for (int i = 0; i < options.views(); i++) {
            words.addAll(List.of("rtspsrc", "location=" + url, "protocols=tcp", "latency=100"));
            words.addAll(List.of("!", "rtph264depay", "!", "h264parse", "!", "avdec_h264"));
            words.addAll(List.of("!", "videoconvert", "!", "ximagesink", "sync=false"));
        }
        return words;
    }

    private static Process start(List<String> command, XScreen screen) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", screen.name());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process wall) {
        wall.destroy();
        try {
            wall.onExit().orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            wall.destroyForcibly().onExit().join();
        }
    }
}
