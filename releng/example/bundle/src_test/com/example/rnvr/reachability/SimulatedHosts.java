package com.example.rnvr.reachability;

import java.util.List;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;
import org.rnvr.detection.testkit.Outage;

/** Hosts in the time of a simulation: gone in its outages, but for those of the media alone. */
final class SimulatedHosts implements Hosts {

    private static final long ROUND_TRIP = 2_000_000;
    private static final long TIMEOUT = 500_000_000;

    private final List<Outage> outages;
    private long now;

    SimulatedHosts(List<Outage> outages) {
        this.outages = outages;
    }

    /** The strategy on these hosts, which take their time from what it is shown. */
    DetectionStrategy strategy() {
        DetectionStrategy strategy = new ReachabilityStrategy(this);
        return new DetectionStrategy() {
            @Override
            public String name() {
                return strategy.name();
            }

            @Override
            public Detector watch(WatchedSession session) {
                Detector detector = strategy.watch(session);
                return observation -> {
                    now = observation.nanos();
                    return detector.observe(observation);
                };
            }
        };
    }

    @Override
    public Echo ask(String host) {
        long sent = now;
        boolean gone = outages.stream()
                .anyMatch(outage -> outage.kind() != Outage.Kind.MEDIA_PAUSED
                        && outage.beginNanos() <= sent
                        && sent < outage.endNanos());
        return () -> now - sent < (gone ? TIMEOUT : ROUND_TRIP)
                ? Answer.PENDING
                : gone ? Answer.UNANSWERED : Answer.ANSWERED;
    }

    @Override
    public void close() {}
}
