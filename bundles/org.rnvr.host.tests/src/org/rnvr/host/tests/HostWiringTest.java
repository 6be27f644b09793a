package org.rnvr.host.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Alert;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.host.Gauge;
import org.rnvr.host.Host;
import org.rnvr.host.HostStatus;

/** The measuring of this machine among real services of the framework. */
@Timeout(60)
class HostWiringTest {

    private static final long LIMIT_SECONDS = 20;

    @TempDir
    Path data;

    private final BundleContext context =
            FrameworkUtil.getBundle(HostWiringTest.class).getBundleContext();
    private final ServiceTracker<Host, Host> hosts = new ServiceTracker<>(context, Host.class, null);
    private final BlockingQueue<Alert> alerts = new LinkedBlockingQueue<>();
    private final BlockingQueue<HostStatus> measured = new LinkedBlockingQueue<>();
    private ServiceRegistration<EventHandler> handler;
    private ServiceRegistration<ConfigurationService> configured;
    private ChangingConfiguration configuration;
    private Host host;

    @BeforeEach
    void open() throws Exception {
        for (Bundle bundle : context.getBundles()) {
            if ("org.rnvr.host".equals(bundle.getSymbolicName())) {
                bundle.start();
            }
        }
        Hashtable<String, Object> topics = new Hashtable<>();
        topics.put(EventConstants.EVENT_TOPIC, RnvrEvent.TOPIC_PREFIX + "Alert");
        handler = context.registerService(EventHandler.class, this::take, topics);
        configuration = new ChangingConfiguration(data, quiet());
        configured = context.registerService(ConfigurationService.class, configuration, null);
        hosts.open();
        host = hosts.waitForService(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertNotNull(host, "there is a host where there is a configuration");
    }

    @AfterEach
    void close() {
        hosts.close();
        configured.unregister();
        handler.unregister();
    }

    /** Nothing alerts, and the folder of recordings is there. */
    private Configuration quiet() {
        return Configuration.defaults(data).with(StorageSettings.of(data));
    }

    private static PerformanceSettings alertAboveMemory(int mib, Duration interval) {
        return new PerformanceSettings(true, interval, interval, 100, mib, 150, true, false);
    }

    @Test
    void itMeasuresAndAlertsByTheConfigurationOfTheMoment() throws Exception {
        try (Registration observing = host.observe(measured::add)) {
            HostStatus first = next();
            assertTrue(first.memory().processBytes() > 0);
            awaitCurrentWithDisk(first);

            configuration.become(quiet().with(alertAboveMemory(64, Duration.ofSeconds(1))));
            Alert high = alerts.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(high, "an alert");
            assertEquals("memory_high", high.kind());
            HostStatus status = next();
            while (status.excesses().stream().noneMatch(excess -> excess.gauge() == Gauge.MEMORY)) {
                status = next();
            }

            configuration.become(quiet());
            Alert normal = alerts.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(normal, "its end");
            assertEquals("memory_normal", normal.kind());
            assertEquals(List.of(), List.copyOf(alerts));
        }
    }

    /** The folder of recordings is there, but its disk may be too busy to answer the first look. */
    private void awaitCurrentWithDisk(HostStatus first) throws InterruptedException {
        HostStatus status = first;
        while (status.recordingDisk().isEmpty()
                || !status.at().equals(host.current().orElseThrow().at())) {
            status = next();
        }
    }

    /** The machine under test may be too busy or too hot as well. */
    private void take(Event event) {
        Alert alert = (Alert) event.getProperty(RnvrEvent.PROPERTY);
        if (alert.kind().startsWith("memory")) {
            alerts.add(alert);
        }
    }

    private HostStatus next() throws InterruptedException {
        HostStatus status = measured.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(status, "a measurement");
        return status;
    }
}
