package org.rnvr.monitor.internal.detection;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.detection.WatchedSession;
import org.rnvr.monitor.internal.connection.Judgement;
import org.rnvr.pipeline.Vitals;

/** The detectors of one active session and what they think. On the monitor's lane only. */
public final class SessionWatch implements AutoCloseable {

    private final String cameraId;
    private final Optional<InetSocketAddress> address;
    private final long session;
    private final Runnable onAssessed;
    private final MediaReader video;
    private final MediaReader audio;
    private final Map<StrategyWork, Watcher> watchers = new LinkedHashMap<>();
    private final Set<Probe> asked = EnumSet.noneOf(Probe.class);
    private long lastVideoNanos;

    /**
     * Of a session that has just become the active one.
     *
     * @param cameraId the camera
     * @param address where its RTSP server listens, not resolved
     * @param session the session
     * @param nanos now
     * @param onAssessed run when detectors think otherwise than before, or want something checked
     */
    public SessionWatch(
            String cameraId, Optional<InetSocketAddress> address, long session, long nanos, Runnable onAssessed) {
        this.cameraId = Objects.requireNonNull(cameraId);
        this.address = Objects.requireNonNull(address);
        this.session = session;
        this.onAssessed = Objects.requireNonNull(onAssessed);
        video = new MediaReader(Observation.Track.VIDEO, nanos);
        audio = new MediaReader(Observation.Track.AUDIO, nanos);
        lastVideoNanos = nanos;
    }

    /** Number of the session. */
    public long session() {
        return session;
    }

    /** Arrival of the last video. */
    public long lastVideoNanos() {
        return lastVideoNanos;
    }

    /** Takes up the strategies that act now: closes the detectors of those that went, opens detectors of those that came. */
    public void use(Strategies strategies, StreamingSettings settings, long nanos) {
        for (StrategyWork work : List.copyOf(watchers.keySet())) {
            if (!strategies.work().contains(work)) {
                work.close(watchers.remove(work));
            }
        }
        for (StrategyWork work : strategies.work()) {
            if (!watchers.containsKey(work)) {
                WatchedSession watched = new WatchedSession(cameraId, session, address, settings, nanos);
                Watcher watcher = new Watcher(work.strategy(), watched, work.guard(cameraId, nanos), this::assessed);
                watchers.put(work, watcher);
                work.open(watcher);
            }
        }
    }

    /** As {@link #use}, with detectors opened anew, since settings changed that they were opened with. */
    public void renew(Strategies strategies, StreamingSettings settings, long nanos) {
        close();
        use(strategies, settings, nanos);
    }

    /** Takes in what was received up to now, and the passing of time. */
    public void read(Vitals vitals, WatchedTime time, long nanos) {
        video.read(vitals.video(), time, nanos).ifPresent(arrived -> {
            lastVideoNanos = arrived.lastArrivalNanos();
            show(arrived);
        });
        vitals.audio().flatMap(track -> audio.read(track, time, nanos)).ifPresent(this::show);
        show(new Observation.Tick(nanos));
    }

    /** Has an observation shown to every detector. */
    public void show(Observation observation) {
        watchers.forEach((work, watcher) -> work.show(watcher, observation));
    }

    /** What each strategy thinks, as far as it was heard. */
    public List<Judgement> judgements() {
        List<Judgement> judgements = new ArrayList<>(watchers.size());
        watchers.values()
                .forEach(watcher ->
                        judgements.add(new Judgement(watcher.strategy().name(), watcher.assessment())));
        return judgements;
    }

    /** What detectors want checked since this was last called. */
    public Set<Probe> takeAsked() {
        if (asked.isEmpty()) {
            return Set.of();
        }
        Set<Probe> taken = Set.copyOf(asked);
        asked.clear();
        return taken;
    }

    @Override
    public void close() {
        watchers.forEach(StrategyWork::close);
        watchers.clear();
    }

    private void assessed(Watcher watcher, Set<Probe> probes) {
        asked.addAll(probes);
        onAssessed.run();
    }
}
