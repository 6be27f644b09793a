package org.rnvr.config.internal.schema;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rnvr.config.PerformanceSettings;

/** Section {@code performance}. */
final class PerformanceSection {

    private static final PerformanceSettings DEFAULT = PerformanceSettings.DEFAULT;
    private static final Kind<Duration> INTERVAL = new TimeSpan(1, 3600, ChronoUnit.SECONDS);

    private static final Key<Boolean> ALERTS = Key.of("performance.alert_enabled", new Truth(), DEFAULT.alerts());
    private static final Key<Duration> WARNING_INTERVAL =
            Key.of("performance.alert_warning_check_interval_seconds", INTERVAL, DEFAULT.warningInterval());
    private static final Key<Duration> CRITICAL_INTERVAL =
            Key.of("performance.alert_critical_check_interval_seconds", INTERVAL, DEFAULT.criticalInterval());
    private static final Key<Double> MAX_CPU =
            Key.of("performance.max_cpu_percent", new DecimalNumber(1, 100, "%"), DEFAULT.maxCpuPercent());
    private static final Key<Integer> MAX_MEMORY =
            Key.of("performance.max_memory_mb", new WholeNumber(64, 16_777_216, "MiB"), DEFAULT.maxMemoryMb());
    private static final Key<Double> MAX_TEMPERATURE =
            Key.of("performance.max_temp", new DecimalNumber(1, 150, "°C"), DEFAULT.maxTemperature());
    private static final Key<Boolean> NOTIFICATIONS =
            Key.of("performance.desktop_notifications", new Truth(), DEFAULT.desktopNotifications());
    private static final Key<Boolean> SOUND = Key.of("performance.alert_sound", new Truth(), DEFAULT.alertSound());

    static final List<Key<?>> KEYS = List.of(
            ALERTS, WARNING_INTERVAL, CRITICAL_INTERVAL, MAX_CPU, MAX_MEMORY, MAX_TEMPERATURE, NOTIFICATIONS, SOUND);

    private PerformanceSection() {}

    static PerformanceSettings read(Values values) {
        return new PerformanceSettings(
                values.get(ALERTS),
                values.get(WARNING_INTERVAL),
                values.get(CRITICAL_INTERVAL),
                values.get(MAX_CPU),
                values.get(MAX_MEMORY),
                values.get(MAX_TEMPERATURE),
                values.get(NOTIFICATIONS),
                values.get(SOUND));
    }
}
