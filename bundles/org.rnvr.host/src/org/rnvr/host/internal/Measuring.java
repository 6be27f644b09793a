package org.rnvr.host.internal;

import java.util.Optional;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.event.Moment;
import org.rnvr.host.HostStatus;
import org.rnvr.host.HostStatus.Disk;
import org.rnvr.host.HostStatus.Network;

/** Makes measurements of readings. For one thread. */
final class Measuring {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PerformanceAlerts alerts;
    private Optional<Earlier> earlier = Optional.empty();

    /** A reading with its time. */
    private record Earlier(Reading reading, Network network, Optional<Disk> disk, Moment at) {}

    Measuring(PerformanceAlerts alerts) {
        this.alerts = alerts;
    }

    /** Takes a reading; the first is only there to compare with, as it tells of a moment too short for a load. */
    Optional<HostStatus> take(Reading reading, Optional<Disk> disk, PerformanceSettings settings, Moment at) {
        boolean first = earlier.isEmpty();
        Network network = earlier.map(before -> since(before, reading, at)).orElse(new Network(0, 0));
        earlier = Optional.of(new Earlier(reading, network, disk, at));
        if (first) {
            return Optional.empty();
        }
        alerts.take(reading, settings, at);
        return Optional.of(status(earlier.get()));
    }

    /** Other settings hold, and are applied to the latest reading. */
    Optional<HostStatus> configured(PerformanceSettings settings, Moment at) {
        return earlier.map(latest -> {
            alerts.take(latest.reading(), settings, at);
            return status(latest);
        });
    }

    private HostStatus status(Earlier of) {
        return new HostStatus(
                of.at().time(),
                of.reading().cpu(),
                of.reading().memory(),
                of.reading().temperature(),
                of.disk(),
                of.network(),
                alerts.excesses());
    }

    /** An interface that is new or gone moves the counts, up or down: no rate is told of it. */
    private static Network since(Earlier before, Reading now, Moment at) {
        double seconds = Math.max(1, at.nanos() - before.at().nanos()) / NANOS_PER_SECOND;
        return new Network(
                Math.max(0, now.receivedBytes() - before.reading().receivedBytes()) / seconds,
                Math.max(0, now.sentBytes() - before.reading().sentBytes()) / seconds);
    }
}
