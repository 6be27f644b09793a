package org.rnvr.config.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationEdit.PutCamera;
import org.rnvr.config.ConfigurationEdit.Remove;
import org.rnvr.config.ConfigurationEdit.RemoveCamera;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.Credentials;
import org.rnvr.config.UiSettings;
import org.rnvr.event.ConfigChanged;
import org.rnvr.event.ConfigProblem;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;

class SiteConfigurationTest {

    private static final String SITE =
            """
            {
                "streaming": {
                    "latency_ms": 200
                },
                "cameras": [
                    {
                        "camera_id": "front",
                        "rtsp_url": "rtsp://10.0.0.5/s"
                    }
                ],
                "cameras2": [
                    1.0
                ]
            }
            """;
    private static final String WITH_SECRETS =
            """
            {"cameras": [{"camera_id": "front", "rtsp_url": "rtsp://admin:p@ss:/#w~rd@10.0.0.5/s"},
             {"camera_id": "yard", "rtsp_url": "rtsp://10.0.0.6/s", "username": "root", "password": "@:/#%~"}]}
            """;
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final RememberedSecrets secrets = new RememberedSecrets();
    private final BlockingQueue<Configuration> configurations = new LinkedBlockingQueue<>();
    private final BlockingQueue<RnvrEvent> events = new LinkedBlockingQueue<>();
    private final List<SiteConfiguration> opened = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private volatile Duration step = Duration.ZERO;

    @AfterEach
    void close() {
        opened.forEach(SiteConfiguration::close);
    }

    @Test
    void takesAChangeUp() throws Exception {
        write(SITE);
        open();
        assertEquals(200, next().streaming().latency().toMillis());
        Instant before = Instant.now();
        write(SITE.replace("200", "300"));
        assertEquals(300, next().streaming().latency().toMillis());
        assertTrue(Duration.between(before, Instant.now()).compareTo(PROMISED) < 0);
        assertEquals("streaming.latency_ms", event(ConfigChanged.class).path());
    }

    @Test
    void takesAChangeUpThatFollowsTooSoonForTheFilesTimes() throws Exception {
        write(SITE);
        open();
        write(SITE.replace("200", "300"));
        next(configuration -> configuration.streaming().latency().toMillis() == 300);
    }

    @Test
    void howTheWindowWasLeftIsKeptAndNotToldAsAChange() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        next();
        service.change(List.of(
                new ConfigurationEdit.Set("ui.window_state.x", 60),
                new ConfigurationEdit.Set("ui.window_state.y", 40),
                new ConfigurationEdit.Set("ui.window_state.width", 1000),
                new ConfigurationEdit.Set("ui.window_state.height", 650),
                new ConfigurationEdit.Set("ui.dock_state.playback_visible", false)));
        UiSettings left = next().ui();
        assertEquals(1000, left.window().orElseThrow().width());
        assertFalse(left.docks().playback());
        service.change(List.of(new ConfigurationEdit.Set("streaming.latency_ms", 300)));
        assertEquals("streaming.latency_ms", event(ConfigChanged.class).path());
    }

    @Test
    void takesAFileUpThatIsRenamedOver() throws Exception {
        write(SITE);
        open();
        next();
        Path other = folder.resolve("other");
        Files.writeString(other, SITE.replace("200", "300"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file()));
        Files.move(other, file(), StandardCopyOption.ATOMIC_MOVE);
        assertEquals(300, next().streaming().latency().toMillis());
    }

    @Test
    void followsLinksAndKeepsThem() throws Exception {
        Path target = Files.createDirectory(folder.resolve("versions")).resolve("1.json");
        Files.writeString(target, SITE);
        Files.createSymbolicLink(file(), target);
        SiteConfiguration service = open();
        next();
        Files.writeString(target, SITE.replace("200", "300"));
        assertEquals(300, next().streaming().latency().toMillis());
        service.change(List.of(new ConfigurationEdit.Set("streaming.latency_ms", 400)));
        assertTrue(Files.isSymbolicLink(file()));
        assertTrue(Files.readString(target).contains("400"));
        Path second = target.resolveSibling("2.json");
        Files.writeString(second, SITE.replace("200", "500"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), second);
        Files.move(link, file(), StandardCopyOption.ATOMIC_MOVE);
        assertEquals(400, next().streaming().latency().toMillis());
        assertEquals(500, next().streaming().latency().toMillis());
    }

    @Test
    void waitsForAHalfWrittenFile() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        next();
        Configuration before = service.current();
        write(SITE.substring(0, 60));
        assertNull(configurations.poll(500, TimeUnit.MILLISECONDS));
        assertEquals(List.of(), texts(service));
        write(SITE.replace("200", "300"));
        assertEquals(300, next().streaming().latency().toMillis());
        assertFalse(before.equals(service.current()));
        assertTrue(events.stream().noneMatch(event -> event.toString().contains("not JSON")), events::toString);
    }

    @Test
    void keepsWhatIsInForceWhileTheFileIsBroken() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        next();
        events.clear();
        step = Duration.ofSeconds(1);
        write("{\n  \"streaming\": {,}\n}\n");
        assertEquals(
                "is not JSON at line 2, column 18: unexpected character;"
                        + " what was in force stays in force until it is repaired",
                event(ConfigProblem.class).message());
        assertEquals(200, service.current().streaming().latency().toMillis());
        assertRefused(
                service,
                "IT_RNVR.json: is not JSON at line 2, column 18: unexpected character; it is not written until it is repaired",
                new ConfigurationEdit.Set("streaming.latency_ms", 300));
        assertEquals("{\n  \"streaming\": {,}\n}\n", Files.readString(file()));
        write(SITE);
        await(service, problems -> problems.stream().noneMatch(p -> p.severity() == Severity.UNREADABLE));
    }

    @Test
    void usesThePreviousVersionAtStart() throws Exception {
        write("{");
        Files.writeString(backup(), SITE);
        SiteConfiguration service = open();
        assertEquals(200, service.current().streaming().latency().toMillis());
        assertEquals(
                List.of("IT_RNVR.json: is not JSON at line 1, column 2: end of input;"
                        + " IT_RNVR.json.bak is used until it is repaired"),
                texts(service).subList(0, 1));
        assertEquals("{", Files.readString(file()));
    }

    @Test
    void takesAMissingFileUpWhenItAppears() throws Exception {
        SiteConfiguration service = open();
        assertEquals(List.of(), next().cameras());
        assertEquals(
                List.of("IT_RNVR.json: does not exist in " + folder
                        + "; the defaults are used, without cameras, until it appears"),
                texts(service));
        assertEquals(
                "does not exist in " + folder + "; the defaults are used, without cameras, until it appears",
                event(ConfigProblem.class).message());
        write(SITE);
        assertEquals(1, next().cameras().size());
        assertEquals("camera \"front\" was added", eventOn("cameras[0]").message());
        assertEquals("was 100, is now 200", eventOn("streaming.latency_ms").message());
    }

    @Test
    void movesPasswords() throws Exception {
        write(WITH_SECRETS);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        SiteConfiguration service = open();
        assertEquals(Map.of("cameras/front", "p@ss:/#w~rd", "cameras/yard", "@:/#%~"), secrets.all());
        assertEquals(
                new Credentials("admin", "p@ss:/#w~rd"),
                camera(service, "front").credentials());
        assertEquals("rtsp://10.0.0.5/s", camera(service, "front").rtspUrl());
        assertEquals(new Credentials("root", "@:/#%~"), camera(service, "yard").credentials());
        String written = Files.readString(file());
        assertEquals(written, Files.readString(backup()));
        assertFalse(written.contains("w~rd") || written.contains("#%~"), written);
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())));
        SiteConfiguration again = open();
        assertEquals(service.current(), again.current());
        assertEquals(List.of(), texts(again));
        assertEquals(written, Files.readString(file()));
    }

    @Test
    void movesAPasswordThatIsTypedIntoTheFile() throws Exception {
        write(WITH_SECRETS);
        SiteConfiguration service = open();
        next();
        write(Files.readString(file()).replaceFirst("\\{\\s*\"secret\": \"cameras/yard\"\\s*}", "\"new\""));
        next();
        assertEquals("new", camera(service, "yard").credentials().password());
        assertEquals("new", secrets.all().get("cameras/yard"));
        assertFalse(Files.readString(file()).contains("\"new\""));
        ConfigChanged change = eventOn("cameras[1].password");
        assertEquals("camera \"yard\": changed", change.message());
    }

    @Test
    void usesAReadOnlyFileAsItIs() throws Exception {
        write(WITH_SECRETS);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r-----"));
        SiteConfiguration service = open();
        assertEquals("p@ss:/#w~rd", camera(service, "front").credentials().password());
        assertEquals(
                List.of("IT_RNVR.json: holds camera passwords and cannot be written: it is read-only;"
                        + " it is used as it is"),
                texts(service));
        assertEquals(WITH_SECRETS, Files.readString(file()));
        assertEquals(Map.of(), secrets.all());
        assertRefused(
                service,
                "IT_RNVR.json: cannot be written: it is read-only",
                new ConfigurationEdit.Set("ui.theme", "light"));
    }

    @Test
    void keepsPasswordsInTheFileWhenTheyCannotBeStored() throws Exception {
        write(WITH_SECRETS);
        secrets.fail();
        SiteConfiguration service = open();
        assertEquals("@:/#%~", camera(service, "yard").credentials().password());
        assertEquals(
                List.of("IT_RNVR.json: holds camera passwords that cannot be moved to the secure storage:"
                        + " permission denied; it is used as it is"),
                texts(service));
        assertEquals(WITH_SECRETS, Files.readString(file()));
        service.change(List.of(new ConfigurationEdit.Set("ui.theme", "light")));
        assertTrue(Files.readString(file()).contains("light"));
        assertEquals("@:/#%~", camera(service, "yard").credentials().password());
        assertRefused(
                service,
                "IT_RNVR.json: is not changed, since the password cannot be stored: permission denied",
                new PutCamera("yard", Map.of("password", "new")));
    }

    @Test
    void doesNotWriteAFileThatWouldLoseSomething() throws Exception {
        String twice = "{\"streaming\": {}, \"streaming\": {}, \"cameras\": [{\"camera_id\": \"a\","
                + " \"rtsp_url\": \"rtsp://10.0.0.5/s\", \"password\": \"x\"}]}";
        write(twice);
        SiteConfiguration service = open();
        assertEquals("x", camera(service, "a").credentials().password());
        assertRefused(
                service,
                "IT_RNVR.json: cannot be written: some of its keys stand more than once",
                new ConfigurationEdit.Set("ui.theme", "light"));
        assertEquals(twice, Files.readString(file()));
    }

    @Test
    void changesTheFile() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        next();
        service.change(List.of(
                new ConfigurationEdit.Set("streaming.latency_ms", 300),
                new ConfigurationEdit.Set("ui.window_state", Map.of("x", 1, "y", 2, "width", 3, "height", 4)),
                new PutCamera("front", Map.of("name", "Front", "password", "geheim"))));
        assertEquals(300, service.current().streaming().latency().toMillis());
        assertEquals("geheim", camera(service, "front").credentials().password());
        assertEquals("Front", next().cameras().get(0).name());
        assertEquals(SITE, Files.readString(backup()));
        String written = Files.readString(file());
        assertTrue(written.contains("\n    \"cameras2\": [\n        1.0\n    ]"), written);
        assertFalse(written.contains("geheim"));
        assertEquals(Map.of("cameras/front", "geheim"), secrets.all());
        service.change(List.of(new Remove("streaming.latency_ms"), new RemoveCamera("front")));
        assertEquals(100, service.current().streaming().latency().toMillis());
        assertEquals(List.of(), service.current().cameras());
        assertEquals(Map.of(), secrets.all());
        assertEquals(written, Files.readString(backup()));
        assertEquals(List.of("IT_RNVR.json", "IT_RNVR.json.bak"), names(folder));
    }

    @Test
    void makesAFileThatWasMissing() throws Exception {
        SiteConfiguration service = open();
        service.change(List.of(new PutCamera("front", Map.of("rtsp_url", "rtsp://u:p@10.0.0.5/s"))));
        assertEquals(new Credentials("u", "p"), camera(service, "front").credentials());
        assertEquals(
                """
                {
                    "cameras": [
                        {
                            "camera_id": "front",
                            "rtsp_url": "rtsp://10.0.0.5/s",
                            "username": "u",
                            "password": {
                                "secret": "cameras/front"
                            }
                        }
                    ]
                }
                """,
                Files.readString(file()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void refusesBadEditsAndChangesNothing() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        Configuration before = service.current();
        assertRefused(
                service,
                "streaming.latency_ms: found 9000, expected a number from 0 to 5000 (ms); using the default 100",
                new ConfigurationEdit.Set("ui.theme", "light"),
                new ConfigurationEdit.Set("streaming.latency_ms", 9000));
        assertRefused(
                service, "streaming.latency: is no key of RNVR", new ConfigurationEdit.Set("streaming.latency", 1));
        assertRefused(service, "cameras2: is no key of RNVR", new Remove("cameras2"));
        assertRefused(service, "cameras: has no camera \"yard\"", new RemoveCamera("yard"));
        assertRefused(
                service,
                "cameras[1].rtsp_url: is missing, expected a URL with a host that begins with rtsp:// or rtsps://;"
                        + " the camera cannot be connected",
                new PutCamera("yard", Map.of("name", "Yard")));
        assertRefused(
                service,
                "menu_keys.camera_stop: the default F2, which menu_keys.camera_connect has too; using F1",
                new ConfigurationEdit.Set("menu_keys.camera_connect", "F2"));
        assertRefused(
                service,
                "streaming.latency_ms: cannot be set to a value that JSON does not have",
                new ConfigurationEdit.Set("streaming.latency_ms", Double.NaN));
        assertEquals(before, service.current());
        assertEquals(SITE, Files.readString(file()));
        assertFalse(Files.exists(backup()));
    }

    @Test
    void changesWhatIsInTheFileNow() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        for (int i = 0; i < 20; i++) {
            write(SITE.replace("200", String.valueOf(1000 + i)));
            service.change(List.of(new ConfigurationEdit.Set("streaming.tcp_timeout", 1000 + i)));
            assertEquals(1000 + i, service.current().streaming().latency().toMillis());
            assertEquals(1000 + i, service.current().streaming().tcpTimeout().toMillis());
        }
    }

    @Test
    void changesOfManyThreadsAllCount() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        service.change(
                                List.of(new PutCamera("cam" + i, Map.of("rtsp_url", "rtsp://10.0.1." + i + "/s"))));
                    } catch (ConfigurationRefusedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        }
        assertEquals(9, service.current().cameras().size());
    }

    @Test
    void observersSeeEveryConfigurationInOrder() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        service.observe(configuration -> {
            throw new IllegalStateException("an observer that fails");
        });
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        Registration registration = service.observe(
                configuration -> seen.add(configuration.streaming().latency().toMillis()));
        for (int i = 0; i < 10; i++) {
            service.change(List.of(new ConfigurationEdit.Set("streaming.latency_ms", i)));
        }
        for (long expected : new long[] {200, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) {
            assertEquals(expected, seen.poll(10, TimeUnit.SECONDS));
        }
        registration.close();
        service.change(List.of(new ConfigurationEdit.Set("streaming.latency_ms", 100)));
        next(configuration -> configuration.streaming().latency().toMillis() == 100);
        assertNull(seen.poll());
    }

    @Test
    void anObserverMayChangeTheConfiguration() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        service.observe(configuration -> {
            if (configuration.streaming().latency().toMillis() == 300) {
                try {
                    service.change(List.of(new ConfigurationEdit.Set("streaming.latency_ms", 301)));
                } catch (ConfigurationRefusedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        service.change(List.of(new ConfigurationEdit.Set("streaming.latency_ms", 300)));
        next(configuration -> configuration.streaming().latency().toMillis() == 301);
    }

    @Test
    void namesEveryChange() throws Exception {
        write(WITH_SECRETS);
        open();
        next();
        write("{\"ui\": {\"theme\": \"light\"}, \"cameras\": [{\"camera_id\": \"roof\", \"enabled\": false},"
                + " {\"camera_id\": \"yard\", \"name\": \"Yard\", \"rtsp_url\": \"rtsp://10.0.0.6/other\"}]}");
        next();
        assertEquals("was dark, is now light", eventOn("ui.theme").message());
        assertEquals("camera \"front\" was removed", eventOn("cameras[0]").message());
        assertEquals("camera \"roof\" was added", eventOn("cameras[0]").message());
        assertEquals(
                "camera \"yard\": was none, is now Yard",
                eventOn("cameras[1].name").message());
        assertEquals("camera \"yard\": changed", eventOn("cameras[1].rtsp_url").message());
        assertEquals(
                "camera \"yard\": was root, is now none",
                eventOn("cameras[1].username").message());
        assertEquals(
                "camera \"yard\": was ***, is now none",
                eventOn("cameras[1].password").message());
        assertTrue(events.isEmpty(), events::toString);
    }

    @Test
    void refusesChangesAfterItsEnd() throws Exception {
        write(SITE);
        SiteConfiguration service = open();
        service.close();
        assertRefused(
                service,
                "IT_RNVR.json: is not written any more, as the recorder is ending",
                new ConfigurationEdit.Set("ui.theme", "light"));
    }

    private SiteConfiguration open() {
        SiteConfiguration service = new SiteConfiguration(file(), folder, secrets, this::now, events::add);
        opened.add(service);
        service.observe(configurations::add);
        return service;
    }

    /** Stands still, but where a test lets it go on from look to look. */
    private Moment now() {
        return new Moment(Instant.EPOCH, nanos.addAndGet(step.toNanos()));
    }

    private Path file() {
        return folder.resolve("IT_RNVR.json");
    }

    private Path backup() {
        return folder.resolve("IT_RNVR.json.bak");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private Configuration next() throws InterruptedException {
        return next(configuration -> true);
    }

    private Configuration next(Predicate<Configuration> wanted) throws InterruptedException {
        Configuration next;
        do {
            next = configurations.poll(10, TimeUnit.SECONDS);
            assertNotNull(next, "no configuration came");
        } while (!wanted.test(next));
        return next;
    }

    private <T extends RnvrEvent> T event(Class<T> type) throws InterruptedException {
        RnvrEvent event;
        do {
            event = events.poll(10, TimeUnit.SECONDS);
            assertNotNull(event, "no event came");
        } while (!type.isInstance(event));
        return type.cast(event);
    }

    private ConfigChanged eventOn(String path) throws InterruptedException {
        ConfigChanged change;
        List<RnvrEvent> others = new ArrayList<>();
        do {
            change = event(ConfigChanged.class);
            others.add(change);
        } while (!change.path().equals(path));
        others.remove(change);
        events.addAll(others);
        return change;
    }

    /** Waits for problems, which no observer is told of. */
    private static void await(SiteConfiguration service, Predicate<List<ConfigurationProblem>> wanted)
            throws InterruptedException {
        BlockingQueue<Boolean> never = new LinkedBlockingQueue<>();
        for (int i = 0; i < 200 && !wanted.test(service.problems()); i++) {
            never.poll(50, TimeUnit.MILLISECONDS);
        }
        assertTrue(wanted.test(service.problems()), () -> texts(service).toString());
    }

    private static CameraSettings camera(SiteConfiguration service, String id) {
        return service.current().camera(id).orElseThrow();
    }

    private static List<String> texts(SiteConfiguration service) {
        return service.problems().stream()
                .filter(problem -> !problem.message().startsWith("is no key of RNVR"))
                .map(ConfigurationProblem::toString)
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertRefused(SiteConfiguration service, String problem, ConfigurationEdit... edits) {
        ConfigurationRefusedException refusal =
                assertThrows(ConfigurationRefusedException.class, () -> service.change(List.of(edits)));
        assertEquals(problem, refusal.getMessage());
    }
}
