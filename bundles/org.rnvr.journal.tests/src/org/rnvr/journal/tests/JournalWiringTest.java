package org.rnvr.journal.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.LoggingSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.Offline;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.Started;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;
import org.slf4j.LoggerFactory;

/** Journal and logging among real services of the framework. */
@Timeout(60)
class JournalWiringTest {

    private static final long LIMIT_SECONDS = 20;
    private static final Instant DAY = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path data;

    private final BundleContext context =
            FrameworkUtil.getBundle(JournalWiringTest.class).getBundleContext();
    private final ServiceTracker<EventAdmin, EventAdmin> eventAdmins =
            new ServiceTracker<>(context, EventAdmin.class, null);
    private EventAdmin eventAdmin;

    @BeforeEach
    void open() throws Exception {
        eventAdmins.open();
        eventAdmin = eventAdmins.waitForService(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertNotNull(eventAdmin, "no Event Admin");
        journal().stop();
        journal().start();
    }

    @AfterEach
    void close() throws BundleException {
        journal().stop();
        eventAdmins.close();
    }

    @Test
    void journalsFromBeforeTheConfigurationIsKnownUntilAfterItIsGone() throws Exception {
        post(new Started(new Moment(DAY, 1), "0.1"));
        ServiceRegistration<?> configuration = register(Settings.logging(data, "rnvr.log"));
        IntStream.range(0, 1000).forEach(i -> post(new Offline(new Moment(DAY, i), "현관", i)));
        configuration.unregister();
        post(new Offline(new Moment(DAY, 1000), "현관", 1000));
        journal().stop();

        List<JsonObject> lines = lines();
        assertEquals("started", lines.get(0).get("event").getAsString());
        assertEquals(
                IntStream.rangeClosed(0, 1000).boxed().toList(),
                lines.stream()
                        .skip(1)
                        .map(line -> line.get("attempts").getAsInt())
                        .toList());
        assertEquals("현관", lines.get(1).get("camera").getAsString());
    }

    @Test
    void aSecondRunAppends() throws Exception {
        for (int run = 1; run <= 2; run++) {
            journal().start();
            ServiceRegistration<?> configuration = register(Settings.logging(data, "rnvr.log"));
            post(new Offline(new Moment(DAY, run), "c1", run));
            journal().stop();
            configuration.unregister();
        }
        assertEquals(
                List.of(1, 2),
                lines().stream().map(line -> line.get("attempts").getAsInt()).toList());
    }

    @Test
    void aLineIsThereWithoutWaitingForTheNext() throws Exception {
        ServiceRegistration<?> configuration = register(Settings.logging(data, "rnvr.log"));
        try {
            post(new Offline(new Moment(DAY, 1), "c1", 7));
            assertTrue(becomes(
                    () -> Files.exists(journalFile()) && text(journalFile()).endsWith("}\n")));
        } finally {
            configuration.unregister();
        }
    }

    @Test
    void theJournalIsReadBackAndFollowed() throws Exception {
        ServiceTracker<Journal, Journal> journals = new ServiceTracker<>(context, Journal.class, null);
        journals.open();
        Journal journal = journals.waitForService(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertNotNull(journal, "no journal");
        assertThrows(IOException.class, () -> journal.newest(JournalQuery.ALL, 1), "without a folder");
        List<JournalEntry> told = new CopyOnWriteArrayList<>();
        Registration following = journal.observe(told::add);
        ServiceRegistration<?> configuration = register(Settings.logging(data, "rnvr.log"));
        try {
            IntStream.range(0, 5).forEach(i -> post(new Offline(new Moment(DAY, i), "현관", i)));
            assertTrue(becomes(() -> told.size() == 5));
            List<JournalEntry> newest =
                    journal.newest(JournalQuery.ALL.ofCameras(Set.of("현관")).ofEvents(Set.of("offline")), 3);
            assertEquals(List.of(told.get(4), told.get(3), told.get(2)), newest);
        } finally {
            following.close();
            configuration.unregister();
            journals.close();
        }
    }

    @Test
    void loggingFollowsTheConfiguration() {
        ChangingConfiguration configuration =
                new ChangingConfiguration(data, Configuration.defaults(data).with(Settings.logging(data, "one.log")));
        ServiceRegistration<?> registration =
                context.registerService(ConfigurationService.class, configuration, new Hashtable<>());
        try {
            LoggerFactory.getLogger("org.rnvr.some").debug("first rtsp://admin:s3cret@cam/");
            assertTrue(becomes(() -> text(data.resolve("one.log")).contains("first rtsp://admin:***@cam/")));
            configuration.become(Configuration.defaults(data).with(Settings.logging(data, "two.log")));
            LoggerFactory.getLogger("org.rnvr.some").debug("second");
            assertTrue(becomes(() -> text(data.resolve("two.log")).contains("second")));
            assertTrue(!text(data.resolve("one.log")).contains("second"));
        } finally {
            registration.unregister();
        }
    }

    private ServiceRegistration<?> register(LoggingSettings logging) {
        return context.registerService(
                ConfigurationService.class,
                new ChangingConfiguration(data, Configuration.defaults(data).with(logging)),
                new Hashtable<>());
    }

    private void post(RnvrEvent event) {
        eventAdmin.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }

    private Path journalFile() {
        return data.resolve("journal/2026-11-23.jsonl");
    }

    private List<JsonObject> lines() throws IOException {
        List<JsonObject> lines = new ArrayList<>();
        for (String line : Files.readAllLines(journalFile())) {
            lines.add(JsonParser.parseString(line).getAsJsonObject());
        }
        return lines;
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean becomes(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return true;
    }

    private Bundle journal() throws BundleException {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.rnvr.journal"))
                .findFirst()
                .orElseThrow(() -> new BundleException("Not installed: org.rnvr.journal"));
    }
}
