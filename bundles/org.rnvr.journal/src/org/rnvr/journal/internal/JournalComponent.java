package org.rnvr.journal.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journals every event, from before the configuration is known until after everything else has ended, and reads them back.
 */
@Component(immediate = true, service = Journal.class)
public final class JournalComponent implements Journal {

    /** Framework property: {@code true} prints every line to the standard output too. */
    static final String STDOUT_PROPERTY = "rnvr.journal.stdout";

    /** An event of our own that says that all events posted before it have arrived. */
    private static final String MARK_TOPIC = "org/rnvr/journal/MARK";

    private static final String MARK = "mark";
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(JournalComponent.class);

    private final EventAdmin eventAdmin;
    private final EntryObservers observers = new EntryObservers();
    private final JournalWriter writer;
    private final AtomicLong taken = new AtomicLong();
    private final ServiceRegistration<EventHandler> handler;

    /** Takes events from now on. */
    @Activate
    public JournalComponent(BundleContext context, @Reference EventAdmin eventAdmin) {
        this.eventAdmin = eventAdmin;
        this.writer = new JournalWriter(
                Boolean.parseBoolean(context.getProperty(STDOUT_PROPERTY))
                        ? Optional.of(standardOutput())
                        : Optional.empty(),
                JournalWriter.CAPACITY,
                observers::written);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(EventConstants.EVENT_TOPIC, new String[] {RnvrEvent.TOPIC_PREFIX + "*", MARK_TOPIC});
        // not a service of the component: it must still be there when the component is deactivated
        this.handler = context.registerService(EventHandler.class, this::handle, properties);
    }

    /** {@link System#out} may be of an encoding that cannot show a camera's name. */
    private static PrintStream standardOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    }

    /** The journal outlives this service: events of its end are journalled too. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setConfiguration(ConfigurationService configuration) {
        writer.writeTo(configuration.dataFolder().resolve("journal"));
    }

    void unsetConfiguration(@SuppressWarnings("unused") ConfigurationService configuration) {
        LOGGER.debug("the journal goes on without the configuration");
    }

    /** Writes what was posted up to now, and ends; gives up when nothing arrived for a while. */
    @Deactivate
    void deactivate() {
        try {
            CountDownLatch mark = new CountDownLatch(1);
            eventAdmin.postEvent(new Event(MARK_TOPIC, Map.of(MARK, mark)));
            long before;
            boolean arrived;
            do {
                before = taken.get();
                arrived = mark.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } while (!arrived && taken.get() > before);
            if (!arrived) {
                LOGGER.warn("the journal may lack the last events: they did not arrive in time");
            }
            handler.unregister();
            writer.close(LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void read(JournalQuery query, Predicate<JournalEntry> reader) throws IOException {
        Path folder = writer.folder().orElseThrow(() -> new IOException("the journal has no folder yet"));
        new JournalReader(folder).read(query, reader);
    }

    @Override
    public Registration observe(Consumer<JournalEntry> observer) {
        return observers.add(observer);
    }

    private void handle(Event event) {
        if (event.getProperty(RnvrEvent.PROPERTY) instanceof RnvrEvent happened) {
            taken.incrementAndGet();
            writer.take(happened);
        } else if (event.getProperty(MARK) instanceof CountDownLatch mark) {
            mark.countDown();
        } else {
            LOGGER.warn("an event of topic {} holds no event of RNVR", event.getTopic());
        }
    }
}
