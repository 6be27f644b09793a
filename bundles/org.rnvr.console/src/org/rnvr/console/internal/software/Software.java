package org.rnvr.console.internal.software;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.rnvr.console.internal.model.Observers;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.UpdateAvailable;
import org.rnvr.event.Updated;
import org.rnvr.update.AvailableUpdate;
import org.rnvr.update.InstallationChange;
import org.rnvr.update.InstallationState;
import org.rnvr.update.UpdateService;

/** What is known of what is installed: who changes it, which updates were found, whether a restart is needed. Any thread. */
@Component(
        service = {Software.class, EventHandler.class},
        property = {
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "UpdateAvailable",
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "Updated",
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "Installed",
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "Removed",
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "Reverted",
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "StrategyAdded",
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "StrategyRemoved"
        })
public final class Software implements EventHandler {

    private final Observers observers = new Observers();
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private volatile Optional<Watched> watched = Optional.empty();
    private volatile InstallationState state = InstallationState.IN_EFFECT;

    /** Follows the service that changes what is installed, while there is one. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "forget")
    void take(UpdateService updates) {
        watched = Optional.of(new Watched(updates, updates.observe(this::become)));
        observers.call();
    }

    void forget(UpdateService updates) {
        Optional<Watched> gone = watched.filter(one -> one.service() == updates);
        gone.ifPresent(one -> {
            one.registration().close();
            watched = Optional.empty();
            found.clear();
            become(InstallationState.IN_EFFECT);
        });
    }

    /** Who changes what is installed, while there is somebody. */
    Optional<UpdateService> service() {
        return watched.map(Watched::service);
    }

    /** Whether what is installed takes effect only after a restart. */
    public boolean needsRestart() {
        return state == InstallationState.RESTART_NEEDED;
    }

    /** How many features can be updated, as far as it was looked. */
    public int updates() {
        return found.size();
    }

    /** It was looked for updates of everything, and these are there. */
    void found(Collection<AvailableUpdate> updates) {
        found.clear();
        updates.forEach(update -> found.add(update.feature()));
        observers.call();
    }

    /** Something was changed. */
    void changed(InstallationChange change) {
        change.features().forEach(feature -> found.remove(feature.id()));
        observers.call();
    }

    /** Calls the observer, on any thread, when any of it, or what is installed, may have changed. It must return at once. */
    public Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    @Override
    public void handleEvent(Event posted) {
        if (posted.getProperty(RnvrEvent.PROPERTY) instanceof UpdateAvailable update) {
            found.add(update.feature());
        } else if (posted.getProperty(RnvrEvent.PROPERTY) instanceof Updated update) {
            found.remove(update.feature());
        }
        observers.call();
    }

    private void become(InstallationState next) {
        state = next;
        observers.call();
    }

    private record Watched(UpdateService service, Registration registration) {}
}
