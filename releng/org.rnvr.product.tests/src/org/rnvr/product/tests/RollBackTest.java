package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** A new version that does not work is left by itself, and the recorder goes on with the former one. */
@Isolated
class RollBackTest {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration BACK = Duration.ofSeconds(120);
    private static final Duration PROMISED = Duration.ofSeconds(90);
    private static final String REASON = "it ended with exit code";

    private final Path folder = Product.folder("roll-back");

    @Test
    void whereANewVersionCannotStartTheRecorderGoesOnWithTheFormerOne() {
        ProductCopy product = ProductCopy.in(folder);
        String version = product.succeed("--version");
        Path repository = NewVersion.broken(
                product, folder.resolve("repository"), "throw new IllegalStateException(\"broken\");");
        try (CameraProcess camera = camera();
                RunningRecorder recorder = RunningRecorder.startOf(product, folder, configuration(camera))) {
            recorder.journal().await("recording_started", "front", 1, START);
            String updated = product.succeed(
                    "--update",
                    "--from",
                    repository.toString(),
                    "--config",
                    folder.resolve("IT_RNVR.json").toString());
            assertTrue(updated.startsWith("updated org.rnvr.recorder.feature from "), updated);
            assertTrue(updated.contains(" to " + NewVersion.VERSION), updated);

            JsonObject stopped =
                    Await.value("the end of the former version", START, () -> recorder.journal().all("stopped").stream()
                            .findFirst());
            JsonObject again = recorder.journal().await("recording_started", "front", 2, BACK);
            Duration away = Duration.between(time(stopped), time(again));
            assertTrue(away.compareTo(PROMISED) <= 0, "away for " + away);
            JsonObject back = Await.value(
                    "the roll-back in the journal", START, () -> recorder.journal().all("rolled_back").stream()
                            .findFirst());
            assertEquals(NewVersion.VERSION, back.get("from").getAsString());
            assertTrue(back.get("reason").getAsString().startsWith(REASON), back.toString());
            assertEquals(version, product.succeed("--version"));
            assertTrue(
                    recorder.terminal().contains("rnvr: RNVR " + NewVersion.VERSION + " does not work (" + REASON),
                    recorder.terminal());
            assertFalse(Files.exists(product.home().resolve("update.pending")));
            assertTrue(Files.exists(product.home().resolve("failed/plugins")));
            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
        }
    }

    @Test
    void aChangeThatWasCutOffIsTakenBackAtTheNextStart() throws IOException {
        ProductCopy product = ProductCopy.in(folder);
        String listed = product.succeed("--list");
        Path kept = product.home().resolve("changing");
        Command.succeed(
                "cp", "-a", product.home().toString(), folder.resolve("kept").toString());
        Files.move(folder.resolve("kept"), kept);
        Files.writeString(kept.resolve(".owner"), ProcessHandle.current().pid() + " 1\n");
        Path bundles = product.home().resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        Files.delete(bundles);
        Files.writeString(bundles, "half");

        String mended = product.succeed("--list");
        assertTrue(mended.startsWith("rnvr: a change of the installation was cut off"), mended);
        assertTrue(mended.endsWith(listed), mended);
        assertFalse(Files.exists(kept));
        assertEquals(
                "half",
                Files.readString(
                        product.home().resolve("failed").resolve(product.home().relativize(bundles))));
    }

    private static Instant time(JsonObject event) {
        return Instant.parse(event.get("time").getAsString());
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
        return new SiteConfiguration()
                .camera("front", camera.url("demo1"))
                .set("updates", "allow_unsigned", true)
                .write(folder.resolve("IT_RNVR.json"));
    }
}
