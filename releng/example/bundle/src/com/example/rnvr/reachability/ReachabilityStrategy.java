package com.example.rnvr.reachability;

import java.net.InetSocketAddress;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;

/** Asks in a silence what is gone: the camera's host, its RTSP server, or only the media. */
@Component(service = DetectionStrategy.class)
public final class ReachabilityStrategy implements DetectionStrategy, AutoCloseable {

    private final Hosts hosts;

    /** For the service: of the hosts there are. */
    public ReachabilityStrategy() {
        this(new PingedHosts());
    }

    ReachabilityStrategy(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return "reachability";
    }

    @Override
    public Detector watch(WatchedSession session) {
        return session.address()
                .map(InetSocketAddress::getHostString)
                .<Detector>map(host -> new ReachabilityDetector(() -> hosts.ask(host), session.nanos()))
                .orElse(observation -> Assessment.HEALTHY);
    }

    /** The bundle is stopped or replaced; its threads end. */
    @Deactivate
    @Override
    public void close() {
        hosts.close();
    }
}
