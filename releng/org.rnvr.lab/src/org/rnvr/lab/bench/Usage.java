package org.rnvr.lab.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * What some processes have used since they began, and what they hold.
 *
 * @param ticks processor time, in user mode and in the kernel, also of threads that have ended
 * @param ticksByThread processor time by kind of thread, of those that are there
 * @param threads how many there are
 * @param switches context switches, voluntary and not, of the threads that are there
 * @param residentKb memory in use; what processes share counts for each
 * @param proportionalKb memory in use; what processes share counts once, divided among them
 */
record Usage(
        long ticks, Map<String, Long> ticksByThread, int threads, long switches, long residentKb, long proportionalKb) {

    static final Usage NONE = new Usage(0, Map.of(), 0, 0, 0, 0);

    Usage {
        ticksByThread = Map.copyOf(ticksByThread);
    }

    Usage plus(Usage other) {
        Map<String, Long> both = new TreeMap<>(ticksByThread);
        other.ticksByThread.forEach((kind, more) -> both.merge(kind, more, Long::sum));
        return new Usage(
                ticks + other.ticks,
                both,
                threads + other.threads,
                switches + other.switches,
                residentKb + other.residentKb,
                proportionalKb + other.proportionalKb);
    }
}
