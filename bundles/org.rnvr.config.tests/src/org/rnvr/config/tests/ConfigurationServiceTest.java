package org.rnvr.config.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationCheck;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.event.ConfigChanged;
import org.rnvr.event.ConfigProblem;

/** The services as the framework has them. */
class ConfigurationServiceTest {

    private static final Duration PROMISED = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void followsTheFileOfTheDataFolder() throws Exception {
        Path data = folder.resolve("not/there/yet");
        try (Site site = new Site(data)) {
            assertTrue(Files.isDirectory(data));
            assertEquals(data, site.service().dataFolder());
            assertEquals(data.resolve("IT_RNVR.json"), site.service().file());
            assertEquals(Severity.UNREADABLE, site.service().problems().get(0).severity());
            assertEquals(
                    "IT_RNVR.json",
                    site.event(ConfigProblem.class, problem -> true).path());
            BlockingQueue<Configuration> seen = new LinkedBlockingQueue<>();
            site.service().observe(seen::add);
            assertEquals(100, next(seen).streaming().latency().toMillis());
            long before = System.nanoTime();
            site.write("{\"streaming\": {\"latency_ms\": 300, \"tcp_timeout\": 1}}");
            assertEquals(300, next(seen).streaming().latency().toMillis());
            assertTrue(Duration.ofNanos(System.nanoTime() - before).compareTo(PROMISED) < 0);
            assertEquals(
                    "found 1, expected a number from 500 to 120000 (ms); using the default 10000",
                    site.event(ConfigProblem.class, problem -> problem.path().equals("streaming.tcp_timeout"))
                            .message());
            assertEquals(
                    "was 100, is now 300",
                    site.event(ConfigChanged.class, change -> change.path().equals("streaming.latency_ms"))
                            .message());
        }
    }

    @Test
    void checksAFileAndLeavesItAlone() throws Exception {
        Path file = folder.resolve("site.json");
        String text = "{\"ui\": {\"theme\": \"purple\"}, \"cameras\": [{\"camera_id\": \"a\","
                + " \"rtsp_url\": \"rtsp://u:p@10.0.0.5/s\"}]}";
        Files.writeString(file, text);
        BundleContext context =
                FrameworkUtil.getBundle(ConfigurationServiceTest.class).getBundleContext();
        Site.start();
        ServiceTracker<ConfigurationCheck, ConfigurationCheck> tracker =
                new ServiceTracker<>(context, ConfigurationCheck.class, null);
        tracker.open();
        try {
            ConfigurationCheck check = tracker.waitForService(TimeUnit.SECONDS.toMillis(20));
            assertNotNull(check);
            assertEquals(
                    List.of(new ConfigurationProblem(
                            Severity.ERROR,
                            "ui.theme",
                            "found \"purple\", expected one of dark, light; using the default dark")),
                    check.check(file));
        } finally {
            tracker.close();
        }
        assertEquals(text, Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    private static Configuration next(BlockingQueue<Configuration> seen) throws InterruptedException {
        Configuration next = seen.poll(20, TimeUnit.SECONDS);
        assertNotNull(next, "no configuration came");
        return next;
    }
}
