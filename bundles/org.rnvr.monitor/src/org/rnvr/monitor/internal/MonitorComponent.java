package org.rnvr.monitor.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.ConfigurationService;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.monitor.internal.camera.WatchedCameras;
import org.rnvr.monitor.internal.detection.InstalledStrategy;
import org.rnvr.monitor.internal.path.SocketPathProbe;
import org.rnvr.pipeline.PipelineFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every request from outside to the one thread on which all cameras are watched, and the time with it. */
@Component(service = CameraMonitor.class, immediate = true)
public final class MonitorComponent implements CameraMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorComponent.class);

    private static final Duration TICK = Duration.ofMillis(50);

    private static final Duration END_LIMIT = Duration.ofSeconds(3);

    private final EventAdmin eventAdmin;
    private final ConfigurationService configuration;
    private final SocketPathProbe path = new SocketPathProbe();
    private final ScheduledThreadPoolExecutor lane;
    private final WatchedCameras cameras;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile Registration configured = () -> {};

    /** With the services it cannot do without. */
    @Activate
    public MonitorComponent(
            @Reference ConfigurationService configuration,
            @Reference PipelineFactory factory,
            @Reference EventAdmin eventAdmin) {
        this.configuration = configuration;
        this.eventAdmin = eventAdmin;
        lane = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "rnvr-monitor");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        Clock wall = Clock.systemUTC();
        cameras = new WatchedCameras(
                factory,
                path,
                () -> ThreadLocalRandom.current().nextDouble(),
                () -> new Moment(wall.instant(), System.nanoTime()),
                this::inLane,
                MonitorComponent::strategyThread,
                this::post);
    }

    /** Begins, after the strategies that are there were bound. */
    @Activate
    void start() {
        lane.scheduleWithFixedDelay(guarded(cameras::tick), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        configured = configuration.observe(current -> inLane(() -> cameras.apply(current)));
    }

    /** Ends; waits for open files no longer than the pipelines promise to take. */
    @Deactivate
    void end() {
        try {
            shutdown().toCompletableFuture().get(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while pipelines close");
        } catch (TimeoutException | ExecutionException e) {
            LOG.error("Pipelines failed to close within {} ms", END_LIMIT.toMillis(), e);
        }
        inLane(cameras::endStrategies);
        lane.shutdown();
        path.close();
    }

    @Override
    public List<CameraStatus> cameras() {
        return cameras.statuses();
    }

    @Override
    public Registration observe(Consumer<CameraStatus> observer) {
        StatusObserver observing = new StatusObserver(observer);
        inLane(() -> cameras.observe(observing));
        return () -> {
            observing.end();
            inLane(() -> cameras.forget(observing));
        };
    }

    @Override
    public List<StrategyAssessment> assessments(String cameraId) {
        return cameras.assessments(cameraId);
    }

    @Override
    public void connect(String cameraId) {
        inLane(() -> cameras.connect(cameraId));
    }

    @Override
    public void stop(String cameraId) {
        inLane(() -> cameras.stop(cameraId));
    }

    @Override
    public CompletionStage<Void> shutdown() {
        configured.close();
        inLane(() -> cameras.end().whenComplete((nothing, failure) -> ended.complete(null)));
        return ended.copy();
    }

    @Reference(
            service = DetectionStrategy.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeStrategy")
    void addStrategy(DetectionStrategy strategy, ServiceReference<DetectionStrategy> reference) {
        String name;
        try {
            name = strategy.name();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A detection strategy of {} cannot say its name and is not used", reference.getBundle(), e);
            return;
        }
        InstalledStrategy installed = new InstalledStrategy(
                name,
                reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                id(reference),
                reference.getBundle().getSymbolicName(),
                reference.getBundle().getVersion().toString(),
                strategy);
        inLane(() -> cameras.add(installed));
    }

    void removeStrategy(ServiceReference<DetectionStrategy> reference) {
        long id = id(reference);
        inLane(() -> cameras.removeStrategy(id));
    }

    private static ExecutorService strategyThread(String strategy) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "rnvr-strategy-" + strategy);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static long id(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }

    private void post(RnvrEvent event) {
        eventAdmin.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }

    private void inLane(Runnable task) {
        lane.execute(guarded(task));
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("The monitor failed to do something and goes on", e);
            }
        };
    }

    private static final class StatusObserver implements Consumer<CameraStatus> {
        private final Consumer<CameraStatus> observer;
        private volatile boolean over;

        private StatusObserver(Consumer<CameraStatus> observer) {
            this.observer = observer;
        }

        private void end() {
            over = true;
        }

        @Override
        public void accept(CameraStatus status) {
            if (!over) {
                observer.accept(status);
            }
        }
    }
}
