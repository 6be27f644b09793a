package org.rnvr.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.event.Alert;
import org.rnvr.event.Moment;
import org.rnvr.host.Excess;
import org.rnvr.host.Gauge;
import org.rnvr.host.HostStatus;
import org.rnvr.host.HostStatus.Cpu;
import org.rnvr.host.HostStatus.Disk;
import org.rnvr.host.HostStatus.Memory;
import org.rnvr.host.HostStatus.Network;

class PerformanceAlertsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MIB = 1 << 20;

    private final List<Alert> told = new ArrayList<>();
    private final PerformanceAlerts alerts = new PerformanceAlerts(told::add);
    private final Measuring measuring = new Measuring(alerts);
    private int second;

    @Test
    void everyGaugeIsToldByItself() {
        run(90, 7000, OptionalDouble.of(80), settings(true, 80), 60);
        assertEquals(List.of("cpu_high", "memory_high", "temperature_high"), kinds());
        assertEquals(
                "CPU use of this machine is 90 %, and has not been below 80 % for 30 s.",
                told.get(0).message());
        assertEquals(
                "Memory of RNVR is 7000 MiB, and has not been below 6144 MiB for 30 s.",
                told.get(1).message());
        assertEquals(Optional.empty(), told.get(0).camera());
        run(90, 500, OptionalDouble.of(50), settings(true, 80), 60);
        assertEquals(
                List.of("cpu_high", "memory_high", "temperature_high", "memory_normal", "temperature_normal"), kinds());
        assertEquals(
                "Temperature of the hottest sensor is 50 °C again; allowed is less than 71 °C.",
                told.get(4).message());
        assertEquals(
                List.of(Gauge.CPU),
                alerts.excesses().stream().map(Excess::gauge).toList());
    }

    @Test
    void nothingIsToldWhileSwitchedOff() {
        run(100, 9000, OptionalDouble.of(100), settings(false, 80), 600);
        assertEquals(List.of(), told);
    }

    @Test
    void switchingOffEndsItAtOnce() {
        run(100, 500, OptionalDouble.of(50), settings(true, 80), 60);
        HostStatus status = measuring.configured(settings(false, 80), at()).orElseThrow();
        assertEquals(List.of("cpu_high", "cpu_normal"), kinds());
        assertEquals(List.of(), status.excesses());
    }

    @Test
    void aSmallLimitCanBeFallenBelow() {
        run(50, 500, OptionalDouble.empty(), settings(true, 2), 60);
        run(0.5, 500, OptionalDouble.empty(), settings(true, 2), 60);
        assertEquals(List.of("cpu_high", "cpu_normal"), kinds());
    }

    @Test
    void aSensorThatIsGoneIsNotTooHot() {
        run(10, 500, OptionalDouble.of(99), settings(true, 80), 60);
        run(10, 500, OptionalDouble.empty(), settings(true, 80), 10);
        assertEquals(List.of("temperature_high", "temperature_normal"), kinds());
    }

    @Test
    void ratesAreTheDifferenceOfReadings() {
        Optional<Disk> disk = Optional.of(new Disk(1000, 400));
        assertTrue(measuring
                .take(reading(10, 500, OptionalDouble.empty(), 1_000, 50), disk, settings(true, 80), at())
                .isEmpty());
        second = 5;
        HostStatus status = measuring
                .take(reading(10, 500, OptionalDouble.empty(), 6_000, 150), disk, settings(true, 80), at())
                .orElseThrow();
        assertEquals(new Network(1_000, 20), status.network());
        assertEquals(disk, status.recordingDisk());
        second = 10;
        assertEquals(
                new Network(0, 0),
                measuring
                        .take(reading(10, 500, OptionalDouble.empty(), 10, 0), disk, settings(true, 80), at())
                        .orElseThrow()
                        .network(),
                "an interface is gone");
    }

    private void run(double cpu, long mib, OptionalDouble degrees, PerformanceSettings settings, int seconds) {
        for (int end = second + seconds; second < end; second += 5) {
            measuring.take(reading(cpu, mib, degrees, 0, 0), Optional.empty(), settings, at());
        }
    }

    private static Reading reading(double cpu, long mib, OptionalDouble degrees, long received, long sent) {
        return new Reading(
                new Cpu(cpu, cpu / 2), new Memory(mib * MIB, 2 * mib * MIB, 16_000 * MIB), degrees, received, sent);
    }

    private Moment at() {
        return new Moment(NOON.plusSeconds(second), Duration.ofSeconds(second).toNanos());
    }

    private List<String> kinds() {
        return told.stream().map(Alert::kind).toList();
    }

    private static PerformanceSettings settings(boolean on, double cpu) {
        return new PerformanceSettings(on, Duration.ofSeconds(30), Duration.ofSeconds(15), cpu, 6144, 71, true, false);
    }
}
