package org.rnvr.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product, running headless in a process of its own. */
final class RunningRecorder implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** What a pipe of Linux holds. */
    private static final String PIPE_BYTES = "65536";

    private final Path data;
    private final Journal journal;
    private final Process process;

    private RunningRecorder(Path data, Process process) {
        this.data = data;
        this.process = process;
        journal = new Journal(data);
    }

    /** Starts it with a configuration, and with further options. */
    static RunningRecorder start(Path data, Path configuration, String... options) {
        return start(
                data,
                new ProcessBuilder(Stream.concat(command(data, configuration).stream(), Stream.of(options))
                                .toList())
                        .redirectOutput(terminal(data).toFile()));
    }

    /** Starts it with nobody reading what it prints: into a pipe that is full already. */
    static RunningRecorder startUnread(Path data, Path configuration) {
        String fill = "head -c \"$0\" /dev/zero; exec \"$@\"";
        return start(
                data,
                new ProcessBuilder(
                        Stream.concat(Stream.of("sh", "-c", fill, PIPE_BYTES), command(data, configuration).stream())
                                .toList()));
    }

    private static RunningRecorder start(Path data, ProcessBuilder builder) {
        try {
            return new RunningRecorder(data, builder.redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path data, Path configuration) {
        return Product.interruptible("--headless", "--data", data.toString(), "--config", configuration.toString());
    }

    private static Path terminal(Path data) {
        return data.resolve("terminal.txt");
    }

    Journal journal() {
        return journal;
    }

    /** What it wrote to the terminal up to now. */
    String terminal() {
        try {
            return Files.exists(terminal(data)) ? Files.readString(terminal(data)) : "(not kept)";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The camera's recordings in the order of their names. */
    List<Path> recordings(String camera) {
        return recordings(data.resolve("recordings"), camera);
    }

    static List<Path> recordings(Path folder, String camera) {
        if (!Files.isDirectory(folder.resolve(camera))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve(camera))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it by a signal to the launching script, and says how long it took and with which exit code. */
    Ending end(String signal) {
        long begin = System.nanoTime();
        Command.succeed("kill", "-" + signal, Long.toString(process.pid()));
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The recorder did not end: " + terminal());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        return new Ending(process.exitValue(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Kills everything of it at once, as a power cut would. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    /**
     * How it ended.
     *
     * @param exitCode its exit code
     * @param time from the signal to the end
     */
    record Ending(int exitCode, Duration time) {}
}
