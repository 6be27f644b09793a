package org.rnvr.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that ran to its end.
 *
 * @param exitCode its exit code
 * @param output what it wrote to both streams
 */
record Command(int exitCode, String output) {

    /** Runs a command; one that does not end in the time given is killed, and that is a failure. */
    static Command run(Duration limit, List<String> words) {
        Path output = null;
        Process process = null;
        try {
            output = Files.createTempFile("rnvr-test", ".out");
            process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(words + " did not end in " + limit + ": " + Files.readString(output));
            }
            return new Command(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(words + " was interrupted", e);
        } finally {
            if (process != null) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    /** Runs a command of the system that must succeed. */
    static String succeed(String... words) {
        Command command = run(Duration.ofSeconds(60), List.of(words));
        if (command.exitCode() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + command);
        }
        return command.output();
    }
}
