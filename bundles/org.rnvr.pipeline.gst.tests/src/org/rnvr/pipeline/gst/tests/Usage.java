package org.rnvr.pipeline.gst.tests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process uses, after the garbage collector ran. */
record Usage(long threads, int descriptors, long residentMegabytes) {

    static Usage read() throws IOException {
        System.gc();
        String status = Files.readString(Path.of("/proc/self/status"));
        String[] descriptors = new File("/proc/self/fd").list();
        return new Usage(
                number(status, "Threads:"),
                descriptors == null ? 0 : descriptors.length,
                number(status, "VmRSS:") / 1024);
    }

    /** Whether this is no more than was used before, beside what comes and goes. */
    boolean isNoMoreThan(Usage before) {
        return threads <= before.threads + 3
                && descriptors <= before.descriptors + 3
                && residentMegabytes <= before.residentMegabytes + 40;
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
