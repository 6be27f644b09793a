package org.rnvr.journal.internal.logging;

import ch.qos.logback.classic.LoggerContext;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.LoggingSettings;
import org.rnvr.event.Registration;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps logging as the configuration has it. Logging outlives the configuration service. */
@Component(
        immediate = true,
        service = {})
public final class LoggingComponent {

    private static final Logger LOGGER = LoggerFactory.getLogger(LoggingComponent.class);

    private final Optional<Logging> logging;
    private Optional<LoggingSettings> inForce = Optional.empty();
    private volatile Optional<Registration> observation = Optional.empty();

    /** Begins with warnings to the terminal. */
    @Activate
    public LoggingComponent() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        logging = factory instanceof LoggerContext context ? Optional.of(new Logging(context)) : Optional.empty();
        if (logging.isEmpty()) {
            System.err.println("Nothing is logged: logging was used before logback was there, found "
                    + factory.getClass().getName());
        }
        logging.ifPresent(Logging::begin);
    }

    /** Follows this configuration. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setConfiguration(ConfigurationService configuration) {
        observation = Optional.of(configuration.observe(this::follow));
    }

    void unsetConfiguration(@SuppressWarnings("unused") ConfigurationService configuration) {
        observation.ifPresent(Registration::close);
        observation = Optional.empty();
    }

    @Deactivate
    void deactivate() {
        logging.ifPresent(Logging::end);
    }

    private synchronized void follow(Configuration configuration) {
        LoggingSettings wanted = configuration.logging();
        if (inForce.filter(wanted::equals).isEmpty()) {
            inForce = Optional.of(wanted);
            logging.ifPresent(present -> present.apply(wanted));
            LOGGER.debug("logging is set up anew");
        }
    }
}
