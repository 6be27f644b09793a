package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.SiteConfiguration;

/** Signals to the launching script, at each stage of a start. A script in the place of Java makes the stages last. */
class LauncherSignalTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void whileJavaIsLookedForItEndsAsAskedAndStartsNothing(String signal) throws IOException, InterruptedException {
        Path folder = Product.folder("launcher-looking");
        java(
                folder,
                """
                touch asked
                until [ -e answer ]; do sleep 0.05; done
                """,
                "touch started");
        Process launcher = launch(folder);
        try {
            await(folder, "asked");
            Command.succeed("kill", "-" + signal, Long.toString(launcher.pid()));
            Files.createFile(folder.resolve("answer"));
            assertEquals(0, exitCode(launcher));
            assertFalse(Files.exists(folder.resolve("started")));
        } finally {
            end(launcher);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void whileTheRecorderRunsItIsToldToEndAndWaitedFor(String signal) throws IOException, InterruptedException {
        Path folder = Product.folder("launcher-running");
        java(
                folder,
                "",
                """
                trap 'touch told; until [ -e ended ]; do sleep 0.05; done; exit 143' TERM
                touch started
                while :; do sleep 0.05; done
                """);
        Process launcher = launch(folder);
        try {
            await(folder, "started");
            Command.succeed("kill", "-" + signal, Long.toString(launcher.pid()));
            await(folder, "told");
            assertTrue(launcher.isAlive());
            Files.createFile(folder.resolve("ended"));
            assertEquals(0, exitCode(launcher));
        } finally {
            end(launcher);
        }
    }

    @Test
    void aRecorderThatAsksToBeRestartedIsNotWhenItWasToldToEnd() throws IOException, InterruptedException {
        Path folder = Product.folder("launcher-restart");
        java(
                folder,
                "",
                """
                trap 'exit 23' TERM
                echo start >>starts
                [ "$(wc -l <starts)" -gt 1 ] || exit 23
                touch restarted
                while :; do sleep 0.05; done
                """);
        Process launcher = launch(folder);
        try {
            await(folder, "restarted");
            Command.succeed("kill", "-TERM", Long.toString(launcher.pid()));
            assertEquals(0, exitCode(launcher));
            assertEquals(2, Files.readAllLines(folder.resolve("starts")).size());
        } finally {
            end(launcher);
        }
    }

    /** Writes what stands in the place of Java: what it does when asked for its version, and when started. */
    private static void java(Path folder, String asked, String started) throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                """
                #!/bin/bash
                cd '%s' || exit
                if [ "$1" = -XshowSettings:properties ]; then
                %s
                echo 'java.specification.version = 17'
                exit
                fi
                %s
                """
                        .formatted(folder, asked, started));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Process launch(Path folder) throws IOException {
        Path configuration = new SiteConfiguration().write(folder.resolve("IT_RNVR.json"));
        ProcessBuilder builder = new ProcessBuilder(Product.interruptible(
                        "--headless",
                        "--data",
                        folder.resolve("data").toString(),
                        "--config",
                        configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("terminal.txt").toFile());
        builder.environment().put("JAVA_HOME", folder.toString());
        return builder.start();
    }

    private static void await(Path folder, String file) {
        Await.value(file, LIMIT, () -> Files.exists(folder.resolve(file)) ? Optional.of(file) : Optional.empty());
    }

    private static int exitCode(Process launcher) throws InterruptedException {
        assertTrue(launcher.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the launching script did not end");
        return launcher.exitValue();
    }

    private static void end(Process launcher) {
        launcher.descendants().forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
    }
}
