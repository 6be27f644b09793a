package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    private static final String CONNECTED = "03";

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
        Command started = start(0, Stream.concat(Stream.of(x), Stream.ofNullable(wayland)));
        assertEquals(0, started.exitCode(), started.output());
        List<String> lines = started.output().lines().toList();
        assertEquals(message.isEmpty() ? List.of("x11 " + application) : List.of(message, "x11 " + application), lines);
    }

    @Test
    void recordingGoesOnWhenDisplaysBreakOff() throws IOException {
        Command started = start(1, Stream.of("DISPLAY=:7"));
        assertEquals(
                List.of(
                        "x11 org.rnvr.app.console",
                        "rnvr: the console broke off, as it does when its display is gone: starting again",
                        "x11 org.rnvr.app.console",
                        "rnvr: the console broke off again: running headless",
                        "x11 org.rnvr.app.headless"),
                started.output().lines().toList());
        assertEquals(1, started.exitCode(), "headless, it needs no display, and what it reports is final");
    }

    @Test
    void aProblemThatTheConsoleReportedIsFinal() throws IOException {
        Command started = start(3, Stream.of("DISPLAY=:7"));
        assertEquals(
                List.of("x11 org.rnvr.app.console"), started.output().lines().toList());
        assertEquals(1, started.exitCode());
    }

    private static Command start(int exitCode, Stream<String> environment) throws IOException {
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
                    exit %d
                fi
                """
                        .formatted(exitCode));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path configuration = new SiteConfiguration().write(folder.resolve("IT_RNVR.json"));
        return Command.run(
                LIMIT,
                Stream.of(
                                Stream.of("env", "-u", "WAYLAND_DISPLAY", "JAVA_HOME=" + folder),
                                environment,
                                Product.command(
                                        "--data",
                                        folder.resolve("data").toString(),
                                        "--config",
                                        configuration.toString())
                                        .stream())
                        .flatMap(words -> words)
                        .toList());
    }

    @Test
    void aDisplayThatGoesAwayDoesNotKeepItFromRecording() throws IOException {
        Path data = Product.folder("display-gone");
        Process display = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (CameraProcess camera = CameraProcess.start("--port", "0", "--cameras", "1", "--mode", "clip")) {
            String name = ":" + display.inputReader(StandardCharsets.UTF_8).readLine();
            Path configuration =
                    new SiteConfiguration().camera("front", camera.url("demo1")).write(data.resolve("IT_RNVR.json"));
            try (RunningRecorder recorder = RunningRecorder.startConsole(data, configuration, name)) {
                recorder.journal().await("recording_started", "front", 1, LIMIT);
                Await.value("its window and the picture there", LIMIT, () -> Optional.of(clients(name))
                        .filter(clients -> clients >= 2));
                display.destroyForcibly().onExit().join();
                recorder.journal().await("recording_started", "front", 2, LIMIT);
                String headless = "rnvr: The console finds no display (DISPLAY is " + name + "). Running";
                String said = Await.value(headless, LIMIT, () -> Optional.of(recorder.terminal())
                        .filter(text -> text.contains(headless)));
                assertTrue(said.contains("rnvr: the console broke off"), said);
                assertEquals(0, recorder.end("TERM").exitCode());
                assertEquals(2, recorder.recordings("front").size());
            }
        } finally {
            display.destroyForcibly();
        }
    }

    /** Connections to an X server. Asked by Xlib, this process would end with the server. */
    private static long clients(String display) {
        try (Stream<String> sockets = Files.lines(Path.of("/proc/net/unix"))) {
            String address = "/tmp/.X11-unix/X" + display.substring(1);
            return sockets.map(line -> line.split(" +"))
                    .filter(words -> words[words.length - 1].endsWith(address) && words[5].equals(CONNECTED))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
