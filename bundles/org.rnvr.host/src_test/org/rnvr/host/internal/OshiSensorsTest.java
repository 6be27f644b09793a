package org.rnvr.host.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The real sensors of this machine. */
class OshiSensorsTest {

    private final OshiSensors sensors = new OshiSensors(new Thermometers(Path.of("/sys/class")));

    @Test
    void theFiguresAreThoseOfThisMachine() {
        byte[] held = new byte[64 << 20];
        burn(Duration.ofMillis(300));
        Reading reading = sensors.read();
        assertTrue(reading.cpu().processPercent() > 0, "it was busy");
        assertTrue(reading.cpu().processPercent() <= 100);
        assertTrue(reading.cpu().machinePercent() > 0 && reading.cpu().machinePercent() <= 100);
        assertTrue(reading.memory().processBytes() > held.length, "resident memory");
        assertTrue(reading.memory().usedBytes() > 0);
        assertTrue(reading.memory().totalBytes() >= reading.memory().usedBytes());
        assertTrue(reading.receivedBytes() >= 0 && reading.sentBytes() >= 0);
        reading.temperature().ifPresent(degrees -> assertTrue(degrees > 0 && degrees < 150));
    }

    @Test
    void aReadingIsCheap() {
        for (int i = 0; i < 50; i++) {
            sensors.read();
        }
        long[] nanos = LongStream.range(0, 50)
                .map(i -> {
                    long before = cpuNanos();
                    sensors.read();
                    return cpuNanos() - before;
                })
                .sorted()
                .toArray();
        assertTrue(nanos[25] < Duration.ofMillis(25).toNanos(), "half a percent of a core at most, every five seconds");
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void burn(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
