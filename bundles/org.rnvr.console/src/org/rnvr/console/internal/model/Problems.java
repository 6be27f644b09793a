package org.rnvr.console.internal.model;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;

/**
 * What is wrong with the configuration now. A file that became unreadable brings no new configuration, only the event. Any
 * thread; nothing waits.
 */
@Component(
        service = {Problems.class, EventHandler.class},
        property = {
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "ConfigProblem",
            EventConstants.EVENT_TOPIC + "=" + RnvrEvent.TOPIC_PREFIX + "ConfigChanged"
        })
public final class Problems implements EventHandler {

    private final ConfigurationService configuration;
    private final Observers observers = new Observers();
    private final Registration configured;
    private volatile List<ConfigurationProblem> ofKeys = List.of();

    /** Of this configuration. */
    @Activate
    public Problems(@Reference ConfigurationService configuration) {
        this.configuration = configuration;
        this.configured = configuration.observe(current -> observers.call());
    }

    @Deactivate
    void deactivate() {
        configured.close();
    }

    /** In the order of the file, and then those of keys. */
    public List<ConfigurationProblem> list() {
        return Stream.concat(configuration.problems().stream(), ofKeys.stream()).toList();
    }

    /** From now on, these are wrong as well: keys that the console has itself, of which only a window knows. */
    public void ofKeys(List<ConfigurationProblem> problems) {
        ofKeys = List.copyOf(problems);
        observers.call();
    }

    /** How many of them are more than a note. */
    public static long errorsAmong(List<ConfigurationProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .count();
    }

    /** Calls the observer, on any thread, when the problems may have changed. It must return at once. */
    public Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    @Override
    public void handleEvent(Event event) {
        observers.call();
    }
}
