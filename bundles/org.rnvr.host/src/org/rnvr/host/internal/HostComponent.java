package org.rnvr.host.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.event.Alert;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.host.Host;
import org.rnvr.host.HostStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures on a thread of its own that gives way to all others. */
@Component(immediate = true)
public final class HostComponent implements Host {

    private static final Logger LOGGER = LoggerFactory.getLogger(HostComponent.class);
    private static final Duration SLOW_PACE = Duration.ofSeconds(5);
    private static final Duration FIRST_LOAD = Duration.ofSeconds(1);
    private static final Duration DISK_PATIENCE = Duration.ofMillis(200);

    private final EventAdmin eventAdmin;
    private final Registration configuration;
    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor(named("rnvr-host"));
    private final ExecutorService disk = Executors.newSingleThreadExecutor(named("rnvr-host-disk"));
    private final VolumeSpace space = new VolumeSpace(disk, DISK_PATIENCE);
    private final List<One> observers = new CopyOnWriteArrayList<>();
    private volatile Optional<HostStatus> latest = Optional.empty();

    // confined to the lane
    private final Measuring measuring = new Measuring(new PerformanceAlerts(this::post));
    private Sensors sensors;
    private PerformanceSettings settings;
    private Path recordings;
    private boolean failing;
    private Optional<ScheduledFuture<?>> schedule = Optional.empty();

    /** Begins to measure. */
    @Activate
    public HostComponent(@Reference ConfigurationService configuration, @Reference EventAdmin eventAdmin) {
        this.eventAdmin = eventAdmin;
        this.configuration = configuration.observe(current -> enqueue(() -> configure(current)));
    }

    @Deactivate
    void deactivate() {
        configuration.close();
        lane.shutdownNow();
        disk.shutdownNow();
    }

    @Override
    public Optional<HostStatus> current() {
        return latest;
    }

    @Override
    public Registration observe(Consumer<HostStatus> observer) {
        One one = new One(observer);
        enqueue(() -> {
            latest.ifPresent(one::tell);
            observers.add(one);
        });
        return one;
    }

    private void configure(Configuration current) {
        Optional<Duration> before = Optional.ofNullable(settings).map(HostComponent::pace);
        settings = current.performance();
        recordings = current.storage().recordingPath();
        if (latest.isPresent()) {
            measuring.configured(settings, now()).ifPresent(this::tell);
        }
        Duration pace = pace(settings);
        if (before.filter(pace::equals).isEmpty()) {
            schedule.ifPresent(running -> running.cancel(false));
            long delay = before.isEmpty() ? 0 : pace.toMillis();
            schedule = Optional.of(
                    lane.scheduleWithFixedDelay(this::measure, delay, pace.toMillis(), TimeUnit.MILLISECONDS));
            if (before.isEmpty()) {
                lane.schedule(this::measure, FIRST_LOAD.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** A check between two readings would see nothing new. */
    private static Duration pace(PerformanceSettings settings) {
        return List.of(SLOW_PACE, settings.warningInterval(), settings.criticalInterval()).stream()
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private void measure() {
        try {
            if (sensors == null) {
                sensors = new OshiSensors(new Thermometers(Path.of("/sys/class")));
            }
            Optional<HostStatus.Disk> room = space.of(recordings);
            measuring.take(sensors.read(), room, settings, now()).ifPresent(this::tell);
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            complain(e);
        }
    }

    /** Once for as long as it lasts. */
    private void complain(Throwable failure) {
        if (failing) {
            LOGGER.debug("this machine still cannot be measured", failure);
        } else {
            LOGGER.error("this machine cannot be measured", failure);
        }
        failing = true;
    }

    private void tell(HostStatus status) {
        latest = Optional.of(status);
        observers.forEach(one -> one.tell(status));
    }

    private void post(Alert alert) {
        LOGGER.info("{}", alert.message());
        eventAdmin.postEvent(new Event(alert.topic(), Map.of(RnvrEvent.PROPERTY, alert)));
    }

    private void enqueue(Runnable work) {
        try {
            lane.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("this machine is no longer measured", e);
        }
    }

    /** A task that throws would never be scheduled again. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOGGER.error("the measuring of this machine failed", e);
            }
        };
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        };
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    private final class One implements Registration {

        private final Consumer<HostStatus> consumer;
        private volatile boolean closed;

        private One(Consumer<HostStatus> consumer) {
            this.consumer = consumer;
        }

        private void tell(HostStatus status) {
            if (closed) {
                observers.remove(this);
                return;
            }
            try {
                consumer.accept(status);
            } catch (RuntimeException e) {
                LOGGER.error("an observer failed", e);
            }
        }

        @Override
        public void close() {
            closed = true;
            observers.remove(this);
        }
    }
}
