package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** A plugin comes and goes while the recorder records, and only one that is signed by a trusted key. */
@Isolated
class FeaturesTest {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration TAKEN_UP = Duration.ofSeconds(60);

    private final Path folder = Product.folder("features");

    @Test
    void aPluginIsInstalledRemovedAndBroughtBackWhileItIsRecorded() {
        ProductCopy product = ProductCopy.in(folder);
        PluginRepository repository = PluginRepository.make(folder.resolve("repository"), "1.0.0");
        ReleaseKey key = ReleaseKey.of("Example <release@example.com>");
        key.sign(repository);
        String from = repository.folder().toString();
        try (CameraProcess camera = camera();
                RunningRecorder recorder = RunningRecorder.startOf(product, folder, configuration(camera))) {
            recorder.journal().await("recording_started", "front", 1, START);

            String installed = product.succeed(
                    "--install", PluginRepository.FEATURE, "--from", from, "--trust", key.fingerprint());
            assertEquals("installed " + PluginRepository.FEATURE + " 1.0.0\n", installed);
            awaitEvent(recorder, "installed");
            awaitStrategy(recorder, "strategy_added");
            assertTrue(
                    product.succeed("--list")
                            .contains(PluginRepository.FEATURE + " 1.0.0 (Example detector; Example; "
                                    + key.fingerprint() + " Example <release@example.com>): example"),
                    () -> product.succeed("--list"));

            assertEquals(
                    "removed " + PluginRepository.FEATURE + " 1.0.0\n",
                    product.succeed("--remove", PluginRepository.FEATURE));
            awaitEvent(recorder, "removed");
            awaitStrategy(recorder, "strategy_removed");

            product.succeed("--revert");
            awaitEvent(recorder, "reverted");
            awaitStrategy(recorder, "strategy_added");
            assertEquals(1, product.run("--revert").exitCode());

            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
            assertEquals(1, recorder.journal().all("started").size());
            assertEquals(1, recorder.journal().all("streaming", "front").size());
            assertEquals(1, recorder.journal().all("segment_closed", "front").size());
            assertEquals(1, recorder.journal().all("installed").size());
            assertEquals(1, recorder.journal().all("removed").size());
            assertEquals(1, recorder.recordings("front").size());
            Recording.play(recorder.recordings("front").get(0));
        }
    }

    @Test
    void whatIsNotSignedAsItShouldBeIsRefusedAndSaidWhy() throws IOException {
        ProductCopy product = ProductCopy.in(folder);
        PluginRepository repository = PluginRepository.make(folder.resolve("repository"), "1.0.0");
        // a second time, too: what was fetched for the first one must not pass for something known
        for (int time = 0; time < 2; time++) {
            assertRefused(product, repository, "com.example.detect 1.0.0 is not signed");
        }
        ReleaseKey key = ReleaseKey.of("Example <release@example.com>");
        key.sign(repository);
        assertRefused(product, repository, "signed with a key that is not trusted: " + key.fingerprint());

        Path trusted = Files.createDirectories(product.home().resolve("keys"));
        Files.writeString(trusted.resolve("release.asc"), key.text());
        repository.tamper();
        assertRefused(product, repository, "com.example.detect 1.0.0 is not what was signed");
        assertFalse(Files.exists(product.home().resolve("former")));
    }

    private static void assertRefused(ProductCopy product, PluginRepository repository, String said) {
        Command refused = product.run(
                "--install",
                PluginRepository.FEATURE,
                "--from",
                repository.folder().toString());
        assertEquals(1, refused.exitCode(), refused.output());
        assertTrue(refused.output().contains(said), refused.output());
    }

    /** That this is the last that is told of the plugin's strategy: it comes twice where the framework resolves it anew. */
    private static void awaitStrategy(RunningRecorder recorder, String event) {
        Await.value(event + " in " + recorder.terminal(), TAKEN_UP, () -> recorder.journal().lines().stream()
                .filter(line -> line.has("strategy")
                        && line.get("strategy").getAsString().equals(PluginRepository.STRATEGY))
                .reduce((former, later) -> later)
                .filter(line -> line.get("event").getAsString().equals(event)));
    }

    private static void awaitEvent(RunningRecorder recorder, String event) {
        Await.value(event + " in " + recorder.terminal(), TAKEN_UP, () -> recorder.journal().all(event).stream()
                .findFirst());
    }

    private static CameraProcess camera() {
        return CameraProcess.start(
                "--port",
                "0",
                "--cameras",
                "1",
                "--mode",
                "clip",
                "--width",
                "320",
                "--height",
                "240",
                "--gop-seconds",
                "1");
    }

    private Path configuration(CameraProcess camera) {
        return new SiteConfiguration().camera("front", camera.url("demo1")).write(folder.resolve("IT_RNVR.json"));
    }
}
