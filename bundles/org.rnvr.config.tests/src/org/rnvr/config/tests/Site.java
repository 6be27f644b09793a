package org.rnvr.config.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.RnvrEvent;

/** A data folder with a configuration file, and the service that the framework makes for it. */
final class Site implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final BundleContext context = FrameworkUtil.getBundle(Site.class).getBundleContext();
    private final BlockingQueue<RnvrEvent> events = new LinkedBlockingQueue<>();
    private final ServiceTracker<ConfigurationService, ConfigurationService> tracker =
            new ServiceTracker<>(context, ConfigurationService.class, null);
    private final ServiceRegistration<EventHandler> handler;
    private final ServiceRegistration<Condition> running;
    private final Path data;
    private final ConfigurationService service;

    /** Where there is a file in the data folder already, or none. */
    Site(Path data) throws BundleException, InterruptedException {
        this.data = data;
        Dictionary<String, Object> topics = new Hashtable<>();
        topics.put(EventConstants.EVENT_TOPIC, RnvrEvent.TOPIC_PREFIX + "*");
        handler = context.registerService(
                EventHandler.class, event -> events.add((RnvrEvent) event.getProperty(RnvrEvent.PROPERTY)), topics);
        start();
        System.setProperty(ConfigurationService.DATA_PROPERTY, data.toString());
        Dictionary<String, Object> condition = new Hashtable<>();
        condition.put(Condition.CONDITION_ID, ConfigurationService.RUN_CONDITION);
        running = context.registerService(Condition.class, Condition.INSTANCE, condition);
        tracker.open();
        service = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        assertNotNull(service, "no configuration service");
        assertEquals(data, service.dataFolder());
    }

    /** With a file of this text. */
    Site(Path data, String text) throws BundleException, InterruptedException, IOException {
        this(written(data, text));
    }

    ConfigurationService service() {
        return service;
    }

    Path file() {
        return data.resolve("IT_RNVR.json");
    }

    Path secrets() {
        return data.resolve("secrets");
    }

    void write(String text) throws IOException {
        written(data, text);
    }

    /** The next event of a type that is wanted; others before it are passed over. */
    <T extends RnvrEvent> T event(Class<T> type, Predicate<T> wanted) throws InterruptedException {
        while (true) {
            RnvrEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(event, "no event came");
            if (type.isInstance(event) && wanted.test(type.cast(event))) {
                return type.cast(event);
            }
        }
    }

    /** Starts the bundle whose components are tested. */
    static void start() throws BundleException {
        bundle().start(Bundle.START_ACTIVATION_POLICY);
    }

    private static Bundle bundle() {
        for (Bundle bundle :
                FrameworkUtil.getBundle(Site.class).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals("org.rnvr.config")) {
                return bundle;
            }
        }
        throw new IllegalStateException("There is no bundle org.rnvr.config");
    }

    /** The service ends with the run. */
    @Override
    public void close() {
        running.unregister();
        tracker.close();
        handler.unregister();
        System.clearProperty(ConfigurationService.DATA_PROPERTY);
    }

    private static Path written(Path data, String text) throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("IT_RNVR.json"), text);
        return data;
    }
}
