package org.rnvr.integration.tests.strategy;

import java.util.function.BiConsumer;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.WatchedSession;

/** Finds every session healthy, and reports which of its detectors are opened, see their first media, and are closed. */
final class ReportingStrategy implements DetectionStrategy {

    private final String version;
    private final BiConsumer<String, WatchedSession> reports;

    ReportingStrategy(String version, BiConsumer<String, WatchedSession> reports) {
        this.version = version;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "reporting";
    }

    @Override
    public Detector watch(WatchedSession session) {
        reports.accept("opened " + version, session);
        return new Detector() {
            private boolean fed;

            @Override
            public Assessment observe(Observation observation) {
                if (!fed && observation instanceof Observation.MediaArrived) {
                    fed = true;
                    reports.accept("fed " + version, session);
                }
                return Assessment.HEALTHY;
            }

            @Override
            public void close() {
                reports.accept("closed " + version, session);
            }
        };
    }
}
