package org.rnvr.update.p2.internal;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.UpdateSettings;
import org.rnvr.event.UpdateAvailable;
import org.rnvr.update.AvailableUpdate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once, when a site begins to be recorded, whether there are updates, and tells the journal. */
@Component(
        immediate = true,
        service = {})
public final class StartCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(StartCheck.class);

    private final UpdateComponent updates;
    private final CompletableFuture<List<AvailableUpdate>> check;

    /** Begins to look, where the settings want it. */
    @Activate
    public StartCheck(@Reference UpdateComponent updates, @Reference ConfigurationService configuration) {
        this.updates = updates;
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
            found.forEach(update -> updates.post(
                    new UpdateAvailable(UpdateComponent.now(), update.feature(), update.from(), update.to())));
        } else if (!(failure instanceof CancellationException)) {
            LOGGER.warn("No updates can be looked for: {}", failure.getMessage());
        }
    }
}
