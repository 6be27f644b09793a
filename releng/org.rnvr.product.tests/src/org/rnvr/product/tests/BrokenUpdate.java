package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.rnvr.lab.fixture.ProcessorPressure;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;
import org.rnvr.lab.fixture.RunningRecorder;

/** An installation that records was updated to a version whose recorder does not work. */
final class BrokenUpdate implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BACK = Duration.ofSeconds(300);

    private final ProductCopy product;
    private final String version;
    private final RecordedCameras cameras;
    private final RunningRecorder recorder;
    private final CompletableFuture<Duration> waited;

    private BrokenUpdate(ProductCopy product, String version, RecordedCameras cameras, RunningRecorder recorder) {
        this.product = product;
        this.version = version;
        this.cameras = cameras;
        this.recorder = recorder;
        Duration before = ProcessorPressure.waited();
        waited = CompletableFuture.supplyAsync(() -> {
            again();
            return ProcessorPressure.waited().minus(before);
        });
    }

    /** Makes one in which the headless application does nothing but this. */
    static BrokenUpdate of(String statement) {
        Path folder = Product.folder("broken-update");
        ProductCopy product = ProductCopy.in(folder);
        String version = product.succeed("--version");
        RepositoryCopy repository = NextVersion.broken(folder.resolve("repository"), statement);
        BrokenUpdate made = recording(product, folder, version);
        try {
            String updated = product.succeed(
                    "--update",
                    "--from",
                    repository.folder().toString(),
                    "--config",
                    RecordedCameras.configuration(folder).toString());
            assertTrue(updated.contains("updated org.rnvr.recorder.feature from "), updated);
            assertTrue(updated.contains(" to " + NextVersion.VERSION), updated);
            return made;
        } catch (AssertionError e) {
            made.close();
            throw e;
        }
    }

    private static BrokenUpdate recording(ProductCopy product, Path folder, String version) {
        RecordedCameras cameras = RecordedCameras.start(1);
        try {
            RunningRecorder recorder = cameras.record(
                    product, folder, configuration -> configuration.set("updates", "allow_unsigned", true));
            return new BrokenUpdate(product, version, cameras, recorder);
        } catch (AssertionError e) {
            cameras.close();
            throw e;
        }
    }

    /** That the recorder goes on with the former version; gives for how long it did not record. */
    Duration assertRolledBack(String reason) {
        JsonObject stopped = recorder.journal().await("stopped", LIMIT);
        Duration away = RecordedCameras.between(stopped, again());
        JsonObject back = recorder.journal().await("rolled_back", LIMIT);
        assertEquals(NextVersion.VERSION, back.get("from").getAsString());
        assertTrue(back.get("reason").getAsString().startsWith(reason), back.toString());
        assertEquals(version, product.succeed("--version"));
        assertTrue(
                recorder.terminal().contains("rnvr: RNVR " + NextVersion.VERSION + " does not work (" + reason),
                recorder.terminal());
        assertFalse(Files.exists(product.home().resolve("update.pending")));
        assertTrue(Files.exists(product.home().resolve("failed/plugins")));
        assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
        return away;
    }

    /** For how long, from the update until it was recorded again, some work on this machine had to wait for a processor. */
    Duration waited() {
        return waited.join();
    }

    private JsonObject again() {
        return recorder.journal().await("recording_started", cameras.names().get(0), 2, BACK);
    }

    @Override
    public void close() {
        recorder.close();
        cameras.close();
    }
}
