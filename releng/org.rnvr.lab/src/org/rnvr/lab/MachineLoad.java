package org.rnvr.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How busy this machine was during an experiment: figures taken on a machine that cannot keep up tell of the machine.
 *
 * @param busyPercent share of all processors' time that was used
 * @param loadAverage load average of the last minute at the end
 * @param latest the longest time by which the laboratory itself was late
 */
public record MachineLoad(double busyPercent, double loadAverage, Duration latest) {

    private static final Path STAT = Path.of("/proc/stat");
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    /**
     * Processor time since the machine's start, in ticks.
     *
     * @param busy used
     * @param all used and unused
     */
    record Ticks(long busy, long all) {

        /** As {@code proc(5)} describes the first line of {@code /proc/stat}. */
        static Ticks now() {
            String[] fields =
                    read(STAT).lines().findFirst().orElseThrow().trim().split("\\s+");
            long busy = 0;
            long all = 0;
            for (int i = 0; i <= STEAL; i++) {
                long ticks = Long.parseLong(fields[i + 1]);
                all += ticks;
                busy += i == IDLE || i == IO_WAIT ? 0 : ticks;
            }
            return new Ticks(busy, all);
        }
    }

    static MachineLoad since(Ticks begin, Duration latest) {
        Ticks end = Ticks.now();
        double busy = 100.0 * (end.busy() - begin.busy()) / Math.max(1, end.all() - begin.all());
        return new MachineLoad(busy, Double.parseDouble(read(LOAD).split(" ")[0]), latest);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
