package org.rnvr.lab.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.rnvr.lab.fixture.Journal;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.SiteConfiguration;

/** The product with its console, as a person starts it. */
final class ConsoleAtWork implements AutoCloseable {

    private static final long ENDING_SECONDS = 10;
    private static final double NANOS = 1e9;

    private final long begin;
    private final Process process;
    private final Path terminal;
    private final Journal journal;

    private ConsoleAtWork(long begin, Process process, Path terminal, Journal journal) {
        this.begin = begin;
        this.process = process;
        this.terminal = terminal;
        this.journal = journal;
    }

    /**
     * Starts it.
     *
     * @param site with the demo camera, or without any
     * @param folder where it keeps its data
     * @param screen name of the X server
     */
    static ConsoleAtWork start(Start.Site site, Path folder, String screen) {
        Path terminal = folder.resolve("terminal.txt");
        List<String> command =
                switch (site) {
                    case DEMO -> Product.interruptible("--data", folder.toString());
                    case EMPTY ->
                        Product.interruptible(
                                "--data",
                                folder.toString(),
                                "--config",
                                new SiteConfiguration()
                                        .write(folder.resolve("IT_RNVR.json"))
                                        .toString());
                };
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(terminal.toFile());
        builder.environment().put("DISPLAY", screen);
        try {
            long begin = System.nanoTime();
            return new ConsoleAtWork(begin, builder.start(), terminal, new Journal(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds since it was started. */
    double age() {
        return since(System.nanoTime());
    }

    private double since(long nanos) {
        return (nanos - begin) / NANOS;
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("RNVR has ended by itself: " + printed());
        }
    }

    /**
     * When its journal told of something first, in seconds since it was started. All processes share this clock, and earlier
     * starts the journal.
     */
    Optional<Double> told(String event) {
        return journal.all(event).stream()
                .map(ConsoleAtWork::nanos)
                .filter(nanos -> nanos >= begin)
                .findFirst()
                .map(this::since);
    }

    private static long nanos(JsonObject line) {
        return line.get("mono_ns").getAsLong();
    }

    private String printed() {
        try {
            return Files.readString(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        process.destroy();
        try {
            process.onExit().orTimeout(ENDING_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("RNVR does not end: " + printed(), e);
        } finally {
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
        }
    }
}
