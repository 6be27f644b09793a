package org.rnvr.update.p2.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.UpdateSettings;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.UpdateAvailable;
import org.rnvr.update.AvailableUpdate;
import org.rnvr.update.UpdateService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once, when a site begins to be recorded, whether there are updates, and tells the journal. */
@Component(
        immediate = true,
        service = {})
public final class StartCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(StartCheck.class);

    private final EventAdmin events;
    private final CompletableFuture<List<AvailableUpdate>> check;

    /** Begins to look, where the settings want it. */
    @Activate
    public StartCheck(
            @Reference UpdateService updates,
            @Reference EventAdmin events,
            @Reference ConfigurationService configuration) {
        this.events = events;
        UpdateSettings settings = configuration.current().updates();
        check = settings.checkOnStart() && !settings.repositories().isEmpty()
                ? updates.check(settings.repositories())
                : CompletableFuture.completedFuture(List.of());
        check.whenComplete(this::tell);
    }

    @Deactivate
    void deactivate() {
        check.cancel(false);
    }

    private void tell(List<AvailableUpdate> found, Throwable failure) {
        if (failure == null) {
            found.forEach(update ->
                    post(new UpdateAvailable(UpdateComponent.now(), update.feature(), update.from(), update.to())));
        } else if (!(failure instanceof CancellationException)) {
            LOGGER.warn("No updates can be looked for: {}", failure.getMessage());
        }
    }

    private void post(UpdateAvailable event) {
        events.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }
}
