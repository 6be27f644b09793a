package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** What starts on which kind of display. */
class LauncherDisplayTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A script in the place of Java says what it was started with. */
    @ParameterizedTest
    @CsvSource({
        "DISPLAY=:7, , org.rnvr.app.console, ''",
        "DISPLAY=:7, WAYLAND_DISPLAY=wayland-0, org.rnvr.app.console, ''",
        "DISPLAY=, WAYLAND_DISPLAY=wayland-0, org.rnvr.app.headless, 'rnvr: the console needs XWayland, which this"
                + " Wayland session lacks (package xwayland): running headless'",
        "DISPLAY=, , org.rnvr.app.headless, 'rnvr: there is no display: running headless'"
    })
    void theConsoleStartsWhereXCanShowIt(String x, String wayland, String application, String message)
            throws IOException {
        Path folder = Product.folder("launcher-display");
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                """
                #!/bin/bash
                if [ "$1" = -XshowSettings:properties ]; then
                    echo 'java.specification.version = 17'
                else
                    echo "$GDK_BACKEND ${@: -1}"
                fi
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path configuration = new SiteConfiguration().write(folder.resolve("IT_RNVR.json"));
        Command started = Command.run(
                LIMIT,
                Stream.of(
                                Stream.of("env", "-u", "WAYLAND_DISPLAY", "JAVA_HOME=" + folder, x),
                                Stream.ofNullable(wayland),
                                Product.command(
                                        "--data",
                                        folder.resolve("data").toString(),
                                        "--config",
                                        configuration.toString())
                                        .stream())
                        .flatMap(words -> words)
                        .toList());
        assertEquals(0, started.exitCode(), started.output());
        List<String> lines = started.output().lines().toList();
        assertEquals(message.isEmpty() ? List.of("x11 " + application) : List.of(message, "x11 " + application), lines);
    }

    @Test
    void aDisplayThatCannotBeReachedIsSaidAndDoesNotKeepItFromRecording() {
        Path data = Product.folder("no-display");
        try (CameraProcess camera = CameraProcess.start("--port", "0", "--cameras", "1", "--mode", "clip")) {
            Path configuration =
                    new SiteConfiguration().camera("front", camera.url("demo1")).write(data.resolve("IT_RNVR.json"));
            try (RunningRecorder recorder = RunningRecorder.startConsole(data, configuration, ":65000")) {
                String said = "rnvr: The console finds no display (DISPLAY is :65000). Running headless.\n";
                Await.value(said, LIMIT, () -> Optional.of(recorder.terminal()).filter(text -> text.contains(said)));
                recorder.journal().await("recording_started", "front", 1, LIMIT);
                assertEquals(0, recorder.end("TERM").exitCode());
                assertTrue(recorder.recordings("front").size() > 0);
            }
        }
    }
}
