package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Journal;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** A plugin's jar is dropped into the data folder of a recorder that records, changed there, and taken away. */
@Isolated
class DropInsTest {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration TAKEN_UP = Duration.ofSeconds(60);
    private static final Pattern CUT_OFF = Pattern.compile("Strategy (\\S+) .* blocks .*");
    private static final String REMOVED = "org.rnvr.detect.buffering.feature";

    private final Path folder = Product.folder("drop-ins");

    @Test
    void aJarThatIsDroppedInActsAtOnceAndStaysWhenSomethingIsRemoved() throws IOException {
        ProductCopy product = ProductCopy.in(folder);
        Path first = ExampleBundle.make(Files.createDirectories(folder.resolve("first")), "1.0.0");
        Path second = ExampleBundle.make(Files.createDirectories(folder.resolve("second")), "1.1.0");
        try (CameraProcess camera = CameraProcess.small(1);
                RunningRecorder recorder = RunningRecorder.startOf(product, folder, configuration(camera))) {
            recorder.journal().await("recording_started", "front", 1, START);
            Path jar = folder.resolve("dropins/example.jar");

            drop(first, jar);
            awaitStrategy(recorder, "strategy_added", "1.0.0");
            assertEquals(
                    jar.toString(),
                    awaitEvent(recorder, "installed").get("file").getAsString());
            String listed = product.succeed("--list", "--data", folder.toString());
            assertTrue(
                    listed.contains(ExampleBundle.BUNDLE + " 1.0.0 (com.example.detect; dropped in as " + jar + "): "
                            + ExampleBundle.STRATEGY),
                    listed);

            Path halfCopied = folder.resolve("dropins/half.jar");
            Files.write(halfCopied, new byte[] {'P', 'K', 3, 4});
            Files.setPosixFilePermissions(halfCopied, PosixFilePermissions.fromString("rw-r--r--"));
            JsonObject refused = awaitEvent(recorder, "update_refused");
            assertEquals("half.jar", refused.get("feature").getAsString());
            assertTrue(
                    refused.get("reason")
                            .getAsString()
                            .startsWith(
                                    "The jar " + halfCopied + " is not taken: it is damaged or not wholly copied: "),
                    refused.toString());

            product.succeed("--remove", REMOVED);
            awaitEvent(recorder, "removed");
            List<String> gone = Await.value("what went", TAKEN_UP, () -> Optional.of(gone(recorder))
                    .filter(strategies -> strategies.contains("buffering")));
            assertEquals(List.of("buffering"), gone);

            drop(second, jar);
            awaitStrategy(recorder, "strategy_added", "1.1.0");
            assertEquals("1.1.0", awaitEvent(recorder, "updated").get("to").getAsString());
            Files.delete(jar);
            awaitStrategy(recorder, "strategy_removed", "1.1.0");

            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
            assertEquals(1, recorder.journal().all("started").size());
            assertEquals(1, recorder.journal().all("streaming", "front").size());
            assertEquals(1, recorder.journal().all("segment_closed", "front").size());
            assertEquals(1, recorder.recordings("front").size());
            Recording.play(recorder.recordings("front").get(0));
        }
    }

    @Test
    void whatMayNoLongerRunDoesNotRunInTheNextProcess() throws IOException {
        Path bundle = ExampleBundle.make(Files.createDirectories(folder.resolve("bundle")), "1.0.0");
        Path jar = Files.createDirectory(
                        folder.resolve("dropins"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")))
                .resolve("example.jar");
        drop(bundle, jar);
        Path configuration = new SiteConfiguration().write(folder.resolve("IT_RNVR.json"));
        try (RunningRecorder recorder = RunningRecorder.start(folder, configuration)) {
            awaitStrategy(recorder, "strategy_added", "1.0.0");
            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
        }
        long added = added(ExampleBundle.STRATEGY);
        long others = added("keepalive");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-r--"));
        try (RunningRecorder recorder = RunningRecorder.start(folder, configuration)) {
            assertEquals(
                    "example.jar",
                    awaitEvent(recorder, "update_refused").get("feature").getAsString());
            Await.value("the other strategies", TAKEN_UP, () -> Optional.of(added("keepalive"))
                    .filter(times -> times > others));
            assertEquals(others + 1, added("keepalive"));
            assertEquals(added, added(ExampleBundle.STRATEGY));
            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
        }
    }

    /** The strategies that went, but for when one was cut off on a machine that is too busy for it; it comes back by itself. */
    private static List<String> gone(RunningRecorder recorder) {
        List<String> gone = new ArrayList<>();
        recorder.journal()
                .all("strategy_removed")
                .forEach(line -> gone.add(line.get("strategy").getAsString()));
        recorder.journal().all("alert").stream()
                .map(alert -> CUT_OFF.matcher(alert.get("message").getAsString()))
                .filter(Matcher::matches)
                .forEach(cutOff -> gone.remove(cutOff.group(1)));
        return gone;
    }

    private long added(String strategy) {
        return new Journal(folder)
                .all("strategy_added").stream()
                        .filter(line -> line.get("strategy").getAsString().equals(strategy))
                        .count();
    }

    /** At once, so that the recorder never sees that the former one is gone. */
    private static void drop(Path from, Path to) throws IOException {
        Path copy = Files.copy(from, to.resolveSibling("copying"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(copy, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** That this is the last that is told of the strategy. */
    private static void awaitStrategy(RunningRecorder recorder, String event, String version) {
        Await.value(event + " in " + recorder.terminal(), TAKEN_UP, () -> recorder.journal().lines().stream()
                .filter(line -> line.has("strategy")
                        && line.get("strategy").getAsString().equals(ExampleBundle.STRATEGY))
                .reduce((former, later) -> later)
                .filter(line -> line.get("event").getAsString().equals(event)
                        && line.get("version").getAsString().equals(version)));
    }

    private static JsonObject awaitEvent(RunningRecorder recorder, String event) {
        return Await.value(event + " in " + recorder.terminal(), TAKEN_UP, () -> recorder.journal().all(event).stream()
                .findFirst());
    }

    private Path configuration(CameraProcess camera) {
        return new SiteConfiguration().camera("front", camera.url("demo1")).write(folder.resolve("IT_RNVR.json"));
    }
}
