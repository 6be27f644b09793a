package org.rnvr.console.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this process holds at a moment when it is at rest, after a full garbage collection.
 *
 * @param counted threads of the program and objects: once all that was left has gone, the same work leaves the same number
 *     behind
 * @param heap what is reachable of it, in KiB
 * @param proportional memory of the whole process (PSS), in KiB: with what the virtual machine has compiled, and what the
 *     allocators keep for later; it levels off only after many minutes
 */
record Holdings(Map<String, Long> counted, long heap, long proportional) {

    private static final Pattern CLASS = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    private static final Pattern GRAPHICS =
            Pattern.compile("org\\.eclipse\\.swt\\.graphics\\.(Image|Color|Font|Cursor|GC|Region|Path|Pattern"
                    + "|TextLayout|Transform)");
    private static final String WIDGETS = "org.eclipse.swt.widgets.";
    private static final String GSTREAMER = "org.freedesktop.gstreamer.";
    private static final String CALLBACKS = "com.sun.jna.CallbackReference";
    private static final Path SELF = Path.of("/proc/self");

    /** The virtual machine takes more of these for itself the busier it is, and gives them back when it likes. */
    private static final Pattern OF_THE_MACHINE =
            Pattern.compile("C[12] CompilerThre.*|GC Thread#.*|G1 (Conc|Refine)#.*");

    /** There are as many as were ever needed at once, until they were not needed for a minute. */
    private static final Pattern OF_A_POOL = Pattern.compile("gst-worker-.*|Worker-\\d+|process reaper");

    private static final long KB = 1024;

    static Holdings now() {
        String histogram = histogram();
        Map<String, Long> counted = new LinkedHashMap<>();
        Map<Boolean, Long> threads = threads().stream()
                .collect(Collectors.partitioningBy(OF_A_POOL.asMatchPredicate(), Collectors.counting()));
        counted.put("threads", threads.get(false));
        counted.put("pooled", threads.get(true));
        counted.put("descriptors", entries("fd"));
        counted.put("graphics", instances(histogram, GRAPHICS.asMatchPredicate()));
        counted.put("widgets", instances(histogram, name -> name.startsWith(WIDGETS)));
        counted.put("gstreamer", instances(histogram, name -> name.startsWith(GSTREAMER)));
        counted.put("callbacks", instances(histogram, CALLBACKS::equals));
        return new Holdings(counted, number(TOTAL, histogram) / KB, number(PROPORTIONAL, read("smaps_rollup")));
    }

    /** What is reachable, by class: to tell that, it collects all garbage first. */
    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long instances(String histogram, Predicate<String> name) {
        return CLASS.matcher(histogram)
                .results()
                .filter(line -> name.test(line.group(2)))
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }

    private static long number(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> Long.parseLong(found.group(1)))
                .orElseThrow();
    }

    private static String read(String file) {
        try {
            return Files.readString(SELF.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the threads of the program, sorted. */
    static List<String> threads() {
        try (Stream<Path> threads = Files.list(SELF.resolve("task"))) {
            return threads.flatMap(thread -> name(thread).stream())
                    .filter(name -> !OF_THE_MACHINE.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> name(Path thread) {
        try {
            return Optional.of(Files.readString(thread.resolve("comm")).strip());
        } catch (IOException e) {
            if (Files.notExists(thread)) {
                return Optional.empty();
            }
            throw new UncheckedIOException(e);
        }
    }

    private static long entries(String folder) {
        try (Stream<Path> entries = Files.list(SELF.resolve(folder))) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
