package org.rnvr.lab.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * What recording cost one recorder for a while. Processor time is in percent of one processor.
 *
 * @param system the recorder
 * @param cameras how many it recorded
 * @param round which time
 * @param seconds how long it was watched
 * @param cpu processor time of all its processes
 * @param cpuByThread the same by kind of thread, without threads that ended meanwhile
 * @param camerasCpu processor time of the process of all cameras
 * @param residentMb memory in use at the end, in mebibytes; what its processes share counts for each
 * @param proportionalMb the same; what processes share counts once
 * @param threads at the end
 * @param switches context switches a second
 * @param bytes written into files, a second
 */
record Measurement(
        String system,
        int cameras,
        int round,
        double seconds,
        double cpu,
        Map<String, Double> cpuByThread,
        double camerasCpu,
        double residentMb,
        double proportionalMb,
        int threads,
        double switches,
        double bytes) {

    private static final double NANOS = 1e9;
    private static final double KB_A_MB = 1024;

    Measurement {
        cpuByThread = Map.copyOf(cpuByThread);
    }

    /** What happened between two moments. */
    static Measurement between(Snapshot begin, Snapshot end, String system, int cameras, int round) {
        double seconds = (end.nanos() - begin.nanos()) / NANOS;
        Map<String, Double> byThread = new TreeMap<>();
        end.recorder()
                .ticksByThread()
                .forEach((kind, ticks) -> byThread.put(
                        kind, percent(ticks - begin.recorder().ticksByThread().getOrDefault(kind, 0L), seconds)));
        return new Measurement(
                system,
                cameras,
                round,
                seconds,
                percent(end.recorder().ticks() - begin.recorder().ticks(), seconds),
                byThread,
                percent(end.cameras().ticks() - begin.cameras().ticks(), seconds),
                end.recorder().residentKb() / KB_A_MB,
                end.recorder().proportionalKb() / KB_A_MB,
                end.recorder().threads(),
                (end.recorder().switches() - begin.recorder().switches()) / seconds,
                (end.bytes() - begin.bytes()) / seconds);
    }

    private static double percent(long ticks, double seconds) {
        return 100.0 * ticks / ProcessTable.TICKS_A_SECOND / seconds;
    }
}
