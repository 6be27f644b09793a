package org.rnvr.config;

import java.time.Duration;

/**
 * Section {@code performance}.
 *
 * @param alerts whether the operator is alerted
 * @param warningInterval how often it is checked whether to warn
 * @param criticalInterval how often it is checked while something is critical
 * @param maxCpuPercent of the machine
 * @param maxMemoryMb memory of the process in MiB
 * @param maxTemperature in degrees Celsius
 * @param desktopNotifications whether what lasts is told outside the console's window too
 * @param alertSound whether it makes a sound
 */
public record PerformanceSettings(
        boolean alerts,
        Duration warningInterval,
        Duration criticalInterval,
        double maxCpuPercent,
        int maxMemoryMb,
        double maxTemperature,
        boolean desktopNotifications,
        boolean alertSound) {

    /** What holds where the configuration says nothing. */
    public static final PerformanceSettings DEFAULT =
            new PerformanceSettings(false, Duration.ofSeconds(30), Duration.ofSeconds(15), 80, 6144, 71, true, false);
}
