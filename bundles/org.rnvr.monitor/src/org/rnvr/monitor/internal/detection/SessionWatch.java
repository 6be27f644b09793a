package org.rnvr.monitor.internal.detection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.detection.WatchedSession;
import org.rnvr.monitor.internal.connection.Judgement;
import org.rnvr.pipeline.Vitals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The detectors of one active session and what they think. On the monitor's lane only. */
public final class SessionWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private final String cameraId;
    private final long session;
    private final Consumer<InstalledStrategy> cutOff;
    private final MediaReader video = new MediaReader(Observation.Track.VIDEO);
    private final MediaReader audio = new MediaReader(Observation.Track.AUDIO);
    private final Map<InstalledStrategy, Watcher> watchers = new LinkedHashMap<>();
    private final Set<Probe> asked = EnumSet.noneOf(Probe.class);
    private long lastMediaNanos;
    private long lastVideoNanos;

    /**
     * Of a session that has just become the active one.
     *
     * @param cameraId the camera
     * @param session the session
     * @param nanos now
     * @param cutOff told of a strategy that throws; it is no longer asked on this session
     */
    public SessionWatch(String cameraId, long session, long nanos, Consumer<InstalledStrategy> cutOff) {
        this.cameraId = Objects.requireNonNull(cameraId);
        this.session = session;
        this.cutOff = Objects.requireNonNull(cutOff);
        lastMediaNanos = nanos;
        lastVideoNanos = nanos;
    }

    /** Number of the session. */
    public long session() {
        return session;
    }

    /** Arrival of the last media on whichever track. */
    public long lastMediaNanos() {
        return lastMediaNanos;
    }

    /** Arrival of the last video. */
    public long lastVideoNanos() {
        return lastVideoNanos;
    }

    /** Takes up the strategies that act now: closes the detectors of those that went, opens detectors of those that came. */
    public void use(Iterable<InstalledStrategy> acting, StreamingSettings settings, long nanos) {
        List<InstalledStrategy> wanted = new ArrayList<>();
        acting.forEach(wanted::add);
        for (InstalledStrategy old : List.copyOf(watchers.keySet())) {
            if (!wanted.contains(old)) {
                closeDetector(old, watchers.remove(old));
            }
        }
        for (InstalledStrategy strategy : wanted) {
            if (!watchers.containsKey(strategy)) {
                open(strategy, settings, nanos);
            }
        }
    }

    /** As {@link #use}, with detectors opened anew, since settings changed that they were opened with. */
    public void renew(Iterable<InstalledStrategy> acting, StreamingSettings settings, long nanos) {
        close();
        use(acting, settings, nanos);
    }

    /** Takes in what was received up to now, and the passing of time. */
    public void read(Vitals vitals, WatchedTime time, long nanos) {
        video.read(vitals.video(), time, nanos).ifPresent(arrived -> {
            lastVideoNanos = arrived.lastArrivalNanos();
            media(arrived);
        });
        vitals.audio().flatMap(track -> audio.read(track, time, nanos)).ifPresent(this::media);
        observe(new Observation.Tick(nanos));
    }

    /** Shows an observation to every detector. */
    public void observe(Observation observation) {
        List<InstalledStrategy> broken = new ArrayList<>();
        for (Map.Entry<InstalledStrategy, Watcher> entry : watchers.entrySet()) {
            Watcher watcher = entry.getValue();
            try {
                watcher.assessment = Objects.requireNonNull(watcher.detector.observe(observation));
                asked.addAll(watcher.assessment.probes());
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                broken.add(entry.getKey());
                report(entry.getKey(), e);
            }
        }
        for (InstalledStrategy strategy : broken) {
            closeDetector(strategy, watchers.remove(strategy));
            cutOff.accept(strategy);
        }
    }

    /** What each strategy thinks now. */
    public List<Judgement> judgements() {
        List<Judgement> judgements = new ArrayList<>(watchers.size());
        watchers.forEach((strategy, watcher) -> judgements.add(new Judgement(strategy.name(), watcher.assessment)));
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
        for (Iterator<Map.Entry<InstalledStrategy, Watcher>> all =
                        watchers.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<InstalledStrategy, Watcher> entry = all.next();
            all.remove();
            closeDetector(entry.getKey(), entry.getValue());
        }
    }

    private void media(Observation.MediaArrived arrived) {
        if (arrived.lastArrivalNanos() - lastMediaNanos > 0) {
            lastMediaNanos = arrived.lastArrivalNanos();
        }
        observe(arrived);
    }

    private void open(InstalledStrategy strategy, StreamingSettings settings, long nanos) {
        try {
            Detector detector = Objects.requireNonNull(
                    strategy.strategy().watch(new WatchedSession(cameraId, session, settings, nanos)));
            watchers.put(strategy, new Watcher(detector));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            report(strategy, e);
            cutOff.accept(strategy);
        }
    }

    private void closeDetector(InstalledStrategy strategy, Watcher watcher) {
        try {
            watcher.detector.close();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.error("Strategy {} failed to leave camera {}", strategy.name(), cameraId, e);
        }
    }

    private void report(InstalledStrategy strategy, Throwable e) {
        LOG.error(
                "Strategy {} of {} {} failed on camera {} and is cut off until it is registered again",
                strategy.name(),
                strategy.bundle(),
                strategy.version(),
                cameraId,
                e);
    }

    private static final class Watcher {
        private final Detector detector;
        private Assessment assessment = Assessment.HEALTHY;

        private Watcher(Detector detector) {
            this.detector = detector;
        }
    }
}
