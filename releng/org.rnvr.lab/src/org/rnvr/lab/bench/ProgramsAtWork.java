package org.rnvr.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that record. */
final class ProgramsAtWork implements RecorderAtWork {

    private static final long CLOSING_SECONDS = 10;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private ProgramsAtWork(Path folder) {
        this.folder = folder;
    }

    static ProgramsAtWork start(List<List<String>> commands, Path folder) {
        ProgramsAtWork started = new ProgramsAtWork(folder);
        try {
            for (List<String> command : commands) {
                started.processes.add(new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                folder.resolve("terminal.txt").toFile()))
                        .start());
            }
            return started;
        } catch (IOException e) {
            started.close();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Long> processes() {
        return processes.stream().map(Process::pid).toList();
    }

    @Override
    public List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mp4")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                process.onExit().orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                process.destroyForcibly().onExit().join();
            }
        }
    }
}
