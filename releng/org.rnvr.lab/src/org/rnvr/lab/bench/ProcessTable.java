package org.rnvr.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The kernel's table of processes, {@code /proc}. */
final class ProcessTable {

    /** A tick is a hundredth of a second for every program on Linux, whatever the kernel itself counts by. */
    static final int TICKS_A_SECOND = 100;

    private static final String SWITCHES = "ctxt_switches:";
    private static final String RESIDENT = "Rss:";
    private static final String PROPORTIONAL = "Pss:";

    private final Path root;

    /**
     * Reads it from a folder.
     *
     * @param root {@code /proc}, or what looks like it
     */
    ProcessTable(Path root) {
        this.root = root;
    }

    /**
     * What some processes use.
     *
     * @throws IllegalStateException if one of them has ended
     */
    Usage usage(Collection<Long> processes) {
        return processes.stream().map(this::usage).reduce(Usage.NONE, Usage::plus);
    }

    private Usage usage(long process) {
        Path folder = root.resolve(Long.toString(process));
        try {
            long ticks =
                    StatLine.parse(Files.readString(folder.resolve("stat"))).ticks();
            Map<String, Long> byThread = new HashMap<>();
            long switches = 0;
            int threads = 0;
            for (Path thread : threads(folder)) {
                try {
                    StatLine stat = StatLine.parse(Files.readString(thread.resolve("stat")));
                    switches += sum(SWITCHES, Files.readAllLines(thread.resolve("status")));
                    byThread.merge(ThreadName.kind(stat.name()), stat.ticks(), Long::sum);
                    threads++;
                } catch (IOException e) {
                    requireGone(thread, e);
                }
            }
            List<String> memory = Files.readAllLines(folder.resolve("smaps_rollup"));
            return new Usage(ticks, byThread, threads, switches, sum(RESIDENT, memory), sum(PROPORTIONAL, memory));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("process " + process + " has ended", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> threads(Path process) throws IOException {
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            return threads.toList();
        }
    }

    /** A thread may end while it is looked at; its files then are not there, or cannot be read. */
    private static void requireGone(Path thread, IOException e) throws IOException {
        if (Files.exists(thread)) {
            throw e;
        }
    }

    /** Adds up the numbers of lines by what stands before them. */
    private static long sum(String label, List<String> lines) {
        return lines.stream()
                .filter(line -> line.split("\\s+", 2)[0].endsWith(label))
                .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                .sum();
    }
}
