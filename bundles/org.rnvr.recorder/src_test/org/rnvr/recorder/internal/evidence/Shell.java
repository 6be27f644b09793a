package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Commands of the operating system. */
final class Shell {

    private Shell() {}

    /** Exit code. */
    static int run(Path folder, String... command) throws IOException, InterruptedException {
        return output(folder, command).exitCode();
    }

    /** Exit code and all that it says. */
    static Output output(Path folder, String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("rnvr-shell", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), String.join(" ", command));
            return new Output(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } finally {
            Files.delete(log);
        }
    }

    /**
     * What came of a command.
     *
     * @param exitCode its exit code
     * @param text what it said
     */
    record Output(int exitCode, String text) {}
}
