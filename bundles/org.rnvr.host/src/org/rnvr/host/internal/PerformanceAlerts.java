package org.rnvr.host.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.event.Alert;
import org.rnvr.event.Moment;
import org.rnvr.host.Excess;
import org.rnvr.host.Gauge;
import org.rnvr.host.internal.ExcessWatch.Change;
import org.rnvr.host.internal.ExcessWatch.Limit;

/** Alerts the operator when this machine does too much, once when it begins and once when it is over. For one thread. */
final class PerformanceAlerts {

    private static final double CPU_MARGIN = 5;
    private static final double MEMORY_MARGIN = 0.05;
    private static final double TEMPERATURE_MARGIN = 3;
    private static final double MEBIBYTE = 1 << 20;

    private final Consumer<Alert> alerts;
    private final Map<Gauge, ExcessWatch> watches = new EnumMap<>(Gauge.class);

    PerformanceAlerts(Consumer<Alert> alerts) {
        this.alerts = alerts;
        for (Gauge gauge : Gauge.values()) {
            watches.put(gauge, new ExcessWatch(gauge));
        }
    }

    /** What is too much now. */
    List<Excess> excesses() {
        return watches.values().stream()
                .map(ExcessWatch::excess)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Takes a reading. */
    void take(Reading reading, PerformanceSettings settings, Moment at) {
        take(Gauge.CPU, OptionalDouble.of(reading.cpu().machinePercent()), settings, at);
        take(Gauge.MEMORY, OptionalDouble.of(reading.memory().processBytes() / MEBIBYTE), settings, at);
        take(Gauge.TEMPERATURE, reading.temperature(), settings, at);
    }

    private void take(Gauge gauge, OptionalDouble value, PerformanceSettings settings, Moment at) {
        ExcessWatch watch = watches.get(gauge);
        Limit limit = limit(gauge, settings);
        if (!settings.alerts()) {
            tellEnd(watch.forget(), gauge, what(gauge) + " is no longer checked.", at);
        } else if (value.isEmpty()) {
            tellEnd(watch.forget(), gauge, what(gauge) + " can no longer be measured.", at);
        } else {
            double is = value.getAsDouble();
            Change change = watch.measure(is, limit, at);
            if (change == Change.BEGAN) {
                String message = String.format(
                        Locale.ROOT,
                        "%s is %s, and has not been below %s for %d s.",
                        what(gauge),
                        amount(gauge, is),
                        amount(gauge, limit.value()),
                        limit.patience().toSeconds());
                alerts.accept(new Alert(at, Optional.empty(), word(gauge) + "_high", message));
            }
            tellEnd(
                    change,
                    gauge,
                    what(gauge) + " is " + amount(gauge, is) + " again; allowed is less than "
                            + amount(gauge, limit.value()) + ".",
                    at);
        }
    }

    private void tellEnd(Change change, Gauge gauge, String message, Moment at) {
        if (change == Change.ENDED) {
            alerts.accept(new Alert(at, Optional.empty(), word(gauge) + "_normal", message));
        }
    }

    private static Limit limit(Gauge gauge, PerformanceSettings settings) {
        double value =
                switch (gauge) {
                    case CPU -> settings.maxCpuPercent();
                    case MEMORY -> settings.maxMemoryMb();
                    case TEMPERATURE -> settings.maxTemperature();
                };
        double margin =
                switch (gauge) {
                    case CPU -> CPU_MARGIN;
                    case MEMORY -> value * MEMORY_MARGIN;
                    case TEMPERATURE -> TEMPERATURE_MARGIN;
                };
        // a limit of a few percent must be possible to fall below
        return new Limit(value, Math.min(margin, value / 2), settings.warningInterval(), settings.criticalInterval());
    }

    private static String word(Gauge gauge) {
        return gauge.name().toLowerCase(Locale.ROOT);
    }

    private static String what(Gauge gauge) {
        return switch (gauge) {
            case CPU -> "CPU use of this machine";
            case MEMORY -> "Memory of RNVR";
            case TEMPERATURE -> "Temperature of the hottest sensor";
        };
    }

    private static String amount(Gauge gauge, double value) {
        return switch (gauge) {
            case CPU -> String.format(Locale.ROOT, "%.0f %%", value);
            case MEMORY -> String.format(Locale.ROOT, "%.0f MiB", value);
            case TEMPERATURE -> String.format(Locale.ROOT, "%.0f °C", value);
        };
    }
}
