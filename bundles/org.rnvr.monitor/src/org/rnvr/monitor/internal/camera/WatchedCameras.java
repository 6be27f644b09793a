package org.rnvr.monitor.internal.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.monitor.internal.connection.ConnectionLogic;
import org.rnvr.monitor.internal.detection.InstalledStrategy;
import org.rnvr.monitor.internal.detection.Strategies;
import org.rnvr.monitor.internal.detection.WatchedTime;
import org.rnvr.monitor.internal.path.PathProbe;
import org.rnvr.pipeline.PipelineFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All cameras of the configuration. On the monitor's lane only, but for {@link #statuses()} and {@link #assessments}. */
public final class WatchedCameras {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedCameras.class);

    /** Cameras that start together are spread by this much each, and as much again by chance. */
    private static final Duration SPREAD = Duration.ofMillis(30);

    private final Surroundings surroundings;
    private final DoubleSupplier random;
    private Map<String, WatchedCamera> cameras = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Void>> leaving = new HashMap<>();
    private final List<Consumer<CameraStatus>> observers = new ArrayList<>();
    private Optional<CompletableFuture<Void>> end = Optional.empty();
    private volatile List<CameraStatus> statuses = List.of();
    private volatile Map<String, List<StrategyAssessment>> assessments = Map.of();

    /**
     * Of no camera yet.
     *
     * @param factory opens pipelines
     * @param path looks whether a camera can be reached
     * @param random numbers from 0 (inclusive) to 1 (exclusive)
     * @param clock the time now
     * @param lane runs tasks one after the other, in order, later than the call
     * @param strategyThreads makes the thread of the strategy of a name
     * @param journal where events go
     */
    public WatchedCameras(
            PipelineFactory factory,
            PathProbe path,
            DoubleSupplier random,
            Supplier<Moment> clock,
            Executor lane,
            Function<String, ExecutorService> strategyThreads,
            Consumer<RnvrEvent> journal) {
        this.random = Objects.requireNonNull(random);
        surroundings = new Surroundings(
                factory,
                path,
                new ConnectionLogic(random),
                new Strategies(strategyThreads, lane, clock, journal),
                clock,
                new WatchedTime(clock.get().nanos()),
                lane,
                journal,
                new OperatorAlerts(journal, this::camerasOf),
                this::statusChanged);
    }

    /** The status of every camera, in display order. Any thread. */
    public List<CameraStatus> statuses() {
        return statuses;
    }

    /** As {@link org.rnvr.monitor.CameraMonitor#assessments}. Any thread. */
    public List<StrategyAssessment> assessments(String cameraId) {
        return assessments.getOrDefault(cameraId, List.of());
    }

    /** Takes up a configuration. */
    public void apply(Configuration configuration) {
        if (end.isPresent()) {
            return;
        }
        surroundings.strategies().want(configuration.streaming().detection()::uses);
        Set<String> ids =
                configuration.cameras().stream().map(CameraSettings::id).collect(Collectors.toSet());
        for (String id : List.copyOf(cameras.keySet())) {
            if (!ids.contains(id)) {
                leave(id);
            }
        }
        Map<String, WatchedCamera> former = cameras;
        cameras = new LinkedHashMap<>();
        for (CameraSettings settings : configuration.cameras()) {
            WatchedCamera known = former.get(settings.id());
            cameras.put(settings.id(), known != null ? known : fresh(settings, configuration));
        }
        snapshot();
        long place = 0;
        for (CameraSettings settings : configuration.cameras()) {
            WatchedCamera camera = cameras.get(settings.id());
            long delay = place == 0 ? 0 : (long) (SPREAD.toNanos() * (place + random.getAsDouble()));
            place++;
            if (former.containsKey(settings.id())) {
                camera.apply(settings, configuration.streaming(), delay);
            } else {
                camera.start(delay);
            }
        }
    }

    private WatchedCamera fresh(CameraSettings settings, Configuration configuration) {
        CompletableFuture<Void> formerClosed =
                leaving.getOrDefault(settings.id(), CompletableFuture.completedFuture(null));
        return new WatchedCamera(settings, configuration.streaming(), surroundings, formerClosed);
    }

    /** Time passed. */
    public void tick() {
        surroundings.time().tick(surroundings.clock().get().nanos());
        surroundings.strategies().tick();
        cameras.values().forEach(WatchedCamera::tick);
        surroundings.strategies().flush();
        surroundings.operator().tick(surroundings.now());
        Map<String, List<StrategyAssessment>> now = new HashMap<>();
        cameras.forEach((id, camera) -> now.put(id, camera.assessments()));
        assessments = now;
    }

    /** As {@link org.rnvr.monitor.CameraMonitor#connect}. */
    public void connect(String cameraId) {
        if (end.isEmpty() && cameras.containsKey(cameraId)) {
            cameras.get(cameraId).connect();
        }
    }

    /** As {@link org.rnvr.monitor.CameraMonitor#stop}. */
    public void stop(String cameraId) {
        if (end.isEmpty() && cameras.containsKey(cameraId)) {
            cameras.get(cameraId).stop();
        }
    }

    /** A strategy came. */
    public void add(InstalledStrategy strategy) {
        surroundings.strategies().add(strategy);
    }

    /** A strategy went. */
    public void removeStrategy(long id) {
        surroundings.strategies().remove(id);
    }

    /** Shows the status of every camera to an observer, then every change. */
    public void observe(Consumer<CameraStatus> observer) {
        observers.add(observer);
        statuses.forEach(status -> tell(observer, status));
    }

    /** Tells an observer no more. */
    public void forget(Consumer<CameraStatus> observer) {
        observers.remove(observer);
    }

    /** As {@link org.rnvr.monitor.CameraMonitor#shutdown}. */
    public CompletionStage<Void> end() {
        if (end.isEmpty()) {
            cameras.forEach((id, camera) -> leaving.put(id, camera.leave()));
            surroundings.strategies().flush();
            end = Optional.of(CompletableFuture.allOf(leaving.values().toArray(CompletableFuture[]::new)));
        }
        return end.get();
    }

    /** Ends what strategies are doing, when nothing is watched any more. */
    public void endStrategies() {
        surroundings.strategies().end();
    }

    private void leave(String id) {
        CompletableFuture<Void> closed = cameras.get(id).leave();
        cameras.remove(id);
        if (!closed.isDone()) {
            leaving.put(id, closed);
            closed.whenComplete((nothing, failure) -> surroundings.lane().execute(() -> leaving.remove(id, closed)));
        }
    }

    private void statusChanged(CameraStatus status) {
        snapshot();
        observers.forEach(observer -> tell(observer, status));
    }

    private void snapshot() {
        statuses = cameras.values().stream().map(WatchedCamera::status).toList();
    }

    private static void tell(Consumer<CameraStatus> observer, CameraStatus status) {
        try {
            observer.accept(status);
        } catch (RuntimeException e) {
            LOG.error("An observer of the cameras' status failed", e);
        }
    }

    private int camerasOf(String network) {
        return (int) cameras.values().stream()
                .filter(camera -> camera.isWanted() && camera.network().equals(network))
                .count();
    }
}
