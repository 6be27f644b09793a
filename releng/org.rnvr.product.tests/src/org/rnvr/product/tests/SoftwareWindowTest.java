package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;
import org.rnvr.lab.fixture.RunningRecorder;

/**
 * A detector is installed in the console of the product by somebody who has a keyboard, while it records; for what needs a
 * restart, that is asked for.
 */
@Isolated
class SoftwareWindowTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String SITE = "Harbour store";
    private static final String INSTALL = "Install New Software";
    private static final String CONFIGURATION =
            """
            {
              "app": {"app_name": "Harbour store"},
              "updates": {"repositories": ["%s"], "check_on_start": false},
              "cameras": [
                {"camera_id": "front", "name": "Front", "rtsp_url": "%s",
                 "streaming_enabled_start": true, "recording_enabled_start": true}
              ]
            }
            """;

    private final Path folder = Product.folder("software");

    @Test
    void aDetectorIsInstalledAndItsKeyTrustedAndTheConsoleRestartedByHand() throws IOException {
        ProductCopy product = ProductCopy.in(folder);
        RepositoryCopy repository = ExampleBundle.repository(folder.resolve("repository"), "1.0.0");
        ReleaseKey key = ReleaseKey.of("Example <release@example.com>");
        key.sign(repository);
        try (CameraProcess camera = CameraProcess.start("--port", "0", "--cameras", "1", "--mode", "clip");
                XDesktop desktop = new XDesktop(folder)) {
            Path configuration = Files.writeString(
                    folder.resolve("IT_RNVR.json"), CONFIGURATION.formatted(repository.folder(), camera.url("demo1")));
            try (RunningRecorder recorder =
                    RunningRecorder.startConsoleOf(product, folder, configuration, desktop.name())) {
                desktop.awaitActive(SITE);
                recorder.journal().await("recording_started", "front", 1, LIMIT);
                desktop.press("Alt+h", "n");
                desktop.awaitActive(INSTALL);
                desktop.press("Return"); // looks into the repository of the configuration, which has one feature
                leave(INSTALL, "Alt+i", desktop);
                desktop.awaitActive("Trust a Key?");
                desktop.press("Return"); // what it does not trust without being told to
                desktop.awaitActive("Installing software");
                Await.value("the refusal in the journal", LIMIT, () -> recorder.journal().all("update_refused").stream()
                        .findFirst());
                desktop.press("Escape");
                desktop.awaitActive(SITE);

                desktop.press("Alt+h", "n");
                desktop.awaitActive(INSTALL);
                desktop.press("Return");
                leave(INSTALL, "Alt+i", desktop);
                desktop.awaitActive("Trust a Key?");
                desktop.press("Alt+t");
                Await.value("the feature in the journal", LIMIT, () -> recorder.journal().all("installed").stream()
                        .findFirst());
                Await.value("its strategy", LIMIT, () -> recorder.journal().all("strategy_added").stream()
                        .filter(line -> line.get("strategy").getAsString().equals(ExampleBundle.STRATEGY))
                        .findFirst());
                assertTrue(product.succeed("--list").contains(key.fingerprint()));
                assertEquals(1, recorder.journal().all("streaming", "front").size());
                assertEquals(List.of(), recorder.journal().all("segment_closed", "front"));

                desktop.awaitActive(INSTALL); // what is said of it
                desktop.press("Escape");
                desktop.awaitActive(SITE);
                takeAway(product, "org.rnvr.control.onvif");
                desktop.awaitActive("Restart RNVR?");
                desktop.press("Alt+n");
                recorder.journal().await("recording_started", "front", 2, LIMIT);
                assertEquals(
                        1, recorder.journal().all("segment_closed", "front").size());
                Recording.play(recorder.recordings("front").get(0));
                desktop.awaitActive(SITE);
                assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
            }
        }
    }

    /** Takes a bundle of RNVR itself from what shall run, for which RNVR has to be restarted. */
    private static void takeAway(ProductCopy product, String bundle) throws IOException {
        Path list = product.home()
                .resolve("configuration/org.eclipse.equinox.simpleconfigurator")
                .resolve("bundles.info");
        Files.write(
                list,
                Files.readAllLines(list).stream()
                        .filter(line -> !line.startsWith(bundle + ","))
                        .toList());
    }

    /** Presses keys until a window has gone: they do nothing before there is something to be chosen in it. */
    private static void leave(String title, String keys, XDesktop desktop) {
        Await.value("something to be installed", LIMIT, () -> {
            String active = desktop.activeTitle();
            if (active.equals(title)) {
                desktop.press(keys);
            }
            return Optional.of(active).filter(other -> !other.equals(title));
        });
    }
}
