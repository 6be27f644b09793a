package org.rnvr.console.internal.status;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Observers;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lasts and the operator should look at. Looked for once a second. Any thread; nothing waits. */
@Component(service = Alerts.class)
public final class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final long PERIOD_SECONDS = 1;

    private final ConfigurationService configuration;
    private final Cameras cameras;
    private final Machine machine;
    private final Lasting lasting = new Lasting();
    private final Observers observers = new Observers();
    private final List<BiConsumer<Lasting.Changes, Moment>> lookers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rnvr-console-alerts");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<LastingAlert> latest = List.of();

    /** Of these cameras and this machine. */
    @Activate
    public Alerts(
            @Reference ConfigurationService configuration, @Reference Cameras cameras, @Reference Machine machine) {
        this.configuration = configuration;
        this.cameras = cameras;
        this.machine = machine;
        clock.scheduleWithFixedDelay(this::tick, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void deactivate() {
        clock.shutdownNow();
    }

    /** In the order in which they became known. */
    List<LastingAlert> list() {
        return latest;
    }

    /** The operator knows of these. */
    void acknowledge(Collection<LastingAlert> alerts) {
        synchronized (lasting) {
            alerts.forEach(alert -> lasting.acknowledge(alert.trouble().key()));
            latest = lasting.alerts();
        }
        observers.call();
    }

    /** Calls the observer, on any thread, after the list changed. It must return at once. */
    Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    /** Calls once a second with what has changed, which may be nothing, on a thread that must not be held up. */
    Registration look(BiConsumer<Lasting.Changes, Moment> looker) {
        BiConsumer<Lasting.Changes, Moment> entry = looker::accept;
        lookers.add(entry);
        return () -> lookers.remove(entry);
    }

    private void tick() {
        try {
            Moment now = new Moment(Instant.now(), System.nanoTime());
            List<Trouble> troubles = Troubles.of(
                    cameras.list(),
                    configuration.current().streaming().detection().notifyAfter(),
                    machine.storage(),
                    machine.host());
            Lasting.Changes changes;
            synchronized (lasting) {
                changes = lasting.look(troubles, now);
                latest = lasting.alerts();
            }
            if (changes.changed()) {
                observers.call();
            }
            lookers.forEach(looker -> looker.accept(changes, now));
        } catch (RuntimeException e) {
            LOG.error("What lasts could not be looked for", e);
        }
    }
}
