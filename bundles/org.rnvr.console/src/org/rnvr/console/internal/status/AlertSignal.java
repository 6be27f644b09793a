package org.rnvr.console.internal.status;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.console.internal.status.Notices.Effect;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells alerts outside the window, as far as the configuration wants it: by the desktop, and by a sound. */
public final class AlertSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSignal.class);

    private final Supplier<PerformanceSettings> settings;
    private final Desktop desktop;
    private final Runnable sound;
    private final Notices notices = new Notices();
    private final Registration looking;
    private final ExecutorService lane = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "rnvr-console-notices");
        thread.setDaemon(true);
        return thread;
    });

    // confined to the lane
    private final Map<Long, Long> shown = new HashMap<>();
    private boolean refused;

    /**
     * Tells what lasts from now on.
     *
     * @param alerts what lasts
     * @param settings as they are now
     * @param sound makes it; returns at once
     */
    public AlertSignal(Alerts alerts, Supplier<PerformanceSettings> settings, Runnable sound) {
        this(alerts::look, settings, new GdbusDesktop("gdbus"), sound);
    }

    AlertSignal(
            Function<BiConsumer<Lasting.Changes, Moment>, Registration> alerts,
            Supplier<PerformanceSettings> settings,
            Desktop desktop,
            Runnable sound) {
        this.settings = settings;
        this.desktop = desktop;
        this.sound = sound;
        this.looking = alerts.apply(this::look);
    }

    /** Withdraws what is shown, soon. */
    @Override
    public synchronized void close() {
        looking.close();
        if (!lane.isShutdown()) {
            notices.end().forEach(this::carryOut);
            lane.shutdown();
        }
    }

    private synchronized void look(Lasting.Changes changes, Moment at) {
        if (!lane.isShutdown()) {
            notices.look(changes, at).forEach(this::carryOut);
        }
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Show show) {
            if (settings.get().alertSound()) {
                sound.run();
            }
            if (settings.get().desktopNotifications()) {
                lane.execute(() -> show(show.id(), show.alerts()));
            }
        } else if (effect instanceof Effect.Withdraw withdraw) {
            lane.execute(() -> withdraw(withdraw.id()));
        }
    }

    private void show(long id, List<LastingAlert> alerts) {
        try {
            shown.put(id, desktop.show(NoticeText.of(alerts)));
            refused = false;
        } catch (IOException e) {
            if (!refused) {
                LOG.info("The desktop shows no notifications: {}", e.getMessage());
            }
            refused = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void withdraw(long id) {
        Long name = shown.remove(id);
        if (name == null) {
            return;
        }
        try {
            desktop.withdraw(name);
        } catch (IOException e) {
            LOG.debug("A notification was not withdrawn: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
