package org.rnvr.lab.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * What showing pictures cost for a while. Processor time is in percent of one processor.
 *
 * @param system what showed them
 * @param cpu processor time of its process
 * @param cpuByThread the same by kind of thread, without threads that ended meanwhile
 * @param serverCpu processor time of the X server
 * @param camerasCpu processor time of the process of all cameras
 * @param proportionalMb memory in use at the end, in mebibytes
 * @param threads at the end
 * @param switches context switches a second
 */
record DisplayCost(
        String system,
        double cpu,
        Map<String, Double> cpuByThread,
        double serverCpu,
        double camerasCpu,
        double proportionalMb,
        int threads,
        double switches) {

    private static final double NANOS = 1e9;
    private static final double KB_A_MB = 1024;

    /**
     * How things stood at a moment.
     *
     * @param nanos when, as of {@link System#nanoTime()}
     * @param wall what the process that shows has used
     * @param server what the X server has used
     * @param cameras what the process of all cameras has used
     */
    record Moment(long nanos, Usage wall, Usage server, Usage cameras) {}

    DisplayCost {
        cpuByThread = Map.copyOf(cpuByThread);
    }

    /** What happened between two moments. */
    static DisplayCost between(Moment begin, Moment end, String system) {
        double seconds = (end.nanos() - begin.nanos()) / NANOS;
        Map<String, Double> byThread = new TreeMap<>();
        end.wall()
                .ticksByThread()
                .forEach((kind, ticks) -> byThread.put(
                        kind, percent(ticks - begin.wall().ticksByThread().getOrDefault(kind, 0L), seconds)));
        return new DisplayCost(
                system,
                percent(end.wall().ticks() - begin.wall().ticks(), seconds),
                byThread,
                percent(end.server().ticks() - begin.server().ticks(), seconds),
                percent(end.cameras().ticks() - begin.cameras().ticks(), seconds),
                end.wall().proportionalKb() / KB_A_MB,
                end.wall().threads(),
                (end.wall().switches() - begin.wall().switches()) / seconds);
    }

    private static double percent(long ticks, double seconds) {
        return 100.0 * ticks / ProcessTable.TICKS_A_SECOND / seconds;
    }
}
