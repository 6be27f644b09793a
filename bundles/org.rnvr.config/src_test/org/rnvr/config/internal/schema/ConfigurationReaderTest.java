package org.rnvr.config.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.Ptz;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.CameraSettings.VideoTransform;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.Container;
import org.rnvr.config.Credentials;
import org.rnvr.config.Layout;
import org.rnvr.config.LoggingSettings.Console;
import org.rnvr.config.LoggingSettings.Level;
import org.rnvr.config.LoggingSettings.Rotation;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings.HorizontalAlignment;
import org.rnvr.config.StreamingSettings.Osd;
import org.rnvr.config.StreamingSettings.VerticalAlignment;
import org.rnvr.config.Theme;
import org.rnvr.config.Transport;
import org.rnvr.config.UiSettings.WindowBounds;
import org.rnvr.config.UpdateSettings;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.config.internal.json.JsonReading;
import org.rnvr.config.internal.json.NotJsonException;
import org.rnvr.config.internal.secret.SecretStorageException;

class ConfigurationReaderTest {

    private final ConfigurationReader reader = new ConfigurationReader(
            Path.of("/data"),
            name -> Optional.ofNullable(Map.of("cameras/a", "@:/#%~").get(name)));

    @Test
    void absentKeysMeanTheDefaults() throws NotJsonException {
        Reading reading = read("{}");
        assertEquals(List.of(), reading.problems());
        Configuration defaults = reading.configuration();
        assertEquals(Configuration.defaults(Path.of("/data")), defaults);
        assertEquals("IT_RNVR", defaults.app().name());
        assertEquals(Theme.DARK, defaults.ui().theme());
        assertEquals(Optional.empty(), defaults.ui().window());
        assertEquals(new Layout(1, 1), defaults.streaming().defaultLayout());
        assertEquals(
                new Osd(true, true, 14, 255, 255, 255, VerticalAlignment.TOP, HorizontalAlignment.LEFT, 20, 15),
                defaults.streaming().osd());
        assertEquals(Duration.ofMillis(100), defaults.streaming().latency());
        assertEquals(Duration.ofSeconds(10), defaults.streaming().tcpTimeout());
        assertEquals(Duration.ofSeconds(5), defaults.streaming().detection().keepaliveTimeout());
        assertEquals(Duration.ofSeconds(10), defaults.streaming().detection().firstFrameTimeout());
        assertEquals(Transport.TCP, defaults.streaming().transport());
        assertEquals(Optional.empty(), defaults.streaming().detection().strategies());
        assertEquals(5, defaults.streaming().maxReconnectAttempts());
        assertEquals(List.of(), defaults.cameras());
        assertEquals(Container.MP4, defaults.recording().container());
        assertEquals(Optional.empty(), defaults.recording().codecHint());
        assertEquals(Optional.empty(), defaults.backup().destination());
        assertEquals(Path.of("/data/recordings"), defaults.storage().recordingPath());
        assertEquals(1.0, defaults.storage().minFreeSpaceGb());
        assertEquals(15, defaults.menuKeys().keys().size());
        assertEquals("Esc", defaults.menuKeys().keys().get("screen_hide"));
        assertEquals(13, defaults.ptzKeys().keys().size());
        assertEquals("T", defaults.ptzKeys().keys().get("ptz_speed_down"));
        assertEquals(Path.of("/data/logs"), defaults.logging().folder());
        assertEquals(new Console(true, Level.INFO, true), defaults.logging().console());
        assertEquals(
                new Rotation(Optional.of(Duration.ofDays(1)), OptionalLong.of(100_000_000)),
                defaults.logging().file().rotation());
        assertEquals(OptionalInt.of(10), defaults.logging().file().keep());
        assertEquals(
                new Rotation(Optional.empty(), OptionalLong.of(10_000_000)),
                defaults.logging().errorLog().rotation());
        assertEquals(6144, defaults.performance().maxMemoryMb());
    }

    @Test
    void nullInPlaceOfAnObjectIsAsIfAbsent() throws NotJsonException {
        assertEquals(
                List.of(),
                read("{'app': null, 'ui': {'window_state': null, 'dock_state': null}}")
                        .problems());
    }

    @Test
    void refusesWhatIsNoPath() throws NotJsonException {
        assertEquals(
                List.of("storage.recording_path: found \"a\\u0000b\", expected a path that this system can have;"
                        + " using the default ./recordings"),
                texts(read("{'storage': {'recording_path': 'a\\u0000b'}}")));
    }

    @Test
    void readsACamera() throws NotJsonException {
        Reading reading = read("{'cameras': [{'camera_id': 'a', 'name': '정문', 'rtsp_url': 'rtsp://10.0.0.5/s',"
                + " 'rtsp_url_sub': 'rtsp://10.0.0.5/small', 'username': 'admin', 'password': {'secret': 'cameras/a'}, 'streaming_enabled_start': true,"
                + " 'recording_enabled_start': true, 'use_hardware_decode': true, 'motion_detection': true,"
                + " 'ptz_type': 'HIK', 'ptz_port': '8000', 'ptz_channel': 2, 'video_transform': {'enabled': true,"
                + " 'flip': 'Horizontal', 'rotation': 270.0}, 'display_order': 7}]}");
        assertEquals(List.of(), reading.problems());
        assertEquals(
                List.of(new CameraSettings(
                        "a",
                        "정문",
                        "rtsp://10.0.0.5/s",
                        "rtsp://10.0.0.5/small",
                        new Credentials("admin", "@:/#%~"),
                        true,
                        true,
                        true,
                        true,
                        true,
                        new Ptz(PtzType.HIK, 8000, 2),
                        new VideoTransform(true, Flip.HORIZONTAL, 270),
                        StandbySession.AUTO,
                        WeeklySchedule.ALWAYS,
                        7)),
                reading.configuration().cameras());
    }

    @Test
    void theSecondStreamIsOpenedAsTheCamerasUser() throws NotJsonException {
        String streams = "{'camera_id': 'a', 'rtsp_url': 'rtsp://%s10.0.0.5/s', 'rtsp_url_sub': 'rtsp://%s10.0.0.5/t'}";
        Reading reading = read("{'cameras': [" + streams.formatted("", "u:p@") + ","
                + streams.formatted("u:p@", "v:q@").replace("'a'", "'b'") + "]}");
        CameraSettings first = reading.configuration().cameras().get(0);
        CameraSettings second = reading.configuration().cameras().get(1);
        assertEquals(new Credentials("u", "p"), first.credentials());
        assertEquals(new Credentials("u", "p"), second.credentials());
        assertEquals("rtsp://10.0.0.5/t", first.rtspUrlSub());
        assertEquals("rtsp://10.0.0.5/t", second.rtspUrlSub());
        assertEquals(
                List.of(
                        "cameras[1].rtsp_url_sub: has another user name than the camera; the camera's is used",
                        "cameras[1].rtsp_url_sub: has another password than the camera; the camera's is used"),
                texts(reading));
    }

    @Test
    void aSecondStreamThatCannotBeUsedIsNone() throws NotJsonException {
        Reading reading = read("{'cameras': [{'camera_id': 'a', 'rtsp_url': 'rtsp://10.0.0.5/s',"
                + " 'rtsp_url_sub': 'http://10.0.0.5/t'}]}");
        assertEquals("", reading.configuration().cameras().get(0).rtspUrlSub());
        assertEquals(
                List.of(
                        "cameras[0].rtsp_url_sub: found a URL of scheme http, expected a URL with a host that begins with"
                                + " rtsp:// or rtsps://; small pictures are of the first stream, too"),
                texts(reading));
    }

    @Test
    void aCameraNeedsLittle() throws NotJsonException {
        Reading reading = read("{'cameras': [{'camera_id': 'b', 'rtsp_url': 'rtsp://u:p@10.0.0.5/s', 'ptz_type': ''},"
                + " {'camera_id': 'a', 'enabled': false, 'username': null, 'password': null}]}");
        assertEquals(List.of(), reading.problems());
        CameraSettings camera = reading.configuration().cameras().get(0);
        assertEquals("b", camera.name());
        assertEquals("rtsp://10.0.0.5/s", camera.rtspUrl());
        assertEquals(new Credentials("u", "p"), camera.credentials());
        assertTrue(camera.enabled());
        assertFalse(camera.streamingAtStart());
        assertEquals(new Ptz(PtzType.NONE, 80, 1), camera.ptz());
        assertEquals(Credentials.NONE, reading.configuration().cameras().get(1).credentials());
    }

    @Test
    void saysWhenAPasswordIsNotStored() throws NotJsonException {
        Reading reading = read("{'cameras': [{'camera_id': 'b', 'rtsp_url': 'rtsp://10.0.0.5/s',"
                + " 'password': {'secret': 'cameras/b'}}]}");
        assertEquals(
                List.of("cameras[0].password: refers to cameras/b, which is not in the secure storage;"
                        + " enter the password again"),
                texts(reading));
    }

    @Test
    void saysWhenAPasswordCannotBeRead() throws NotJsonException {
        ConfigurationReader failing = new ConfigurationReader(Path.of("/data"), name -> {
            throw new SecretStorageException("permission denied");
        });
        Reading reading = failing.read(
                JsonReading.read(
                        "{\"cameras\": [{\"camera_id\": \"b\", \"enabled\": false, \"password\": {\"secret\": \"cameras/b\"}}]}"));
        assertEquals(
                List.of("cameras[0].password: the stored password cannot be read (permission denied);"
                        + " enter the password again"),
                texts(reading));
    }

    @Test
    void camerasAreInDisplayOrder() throws NotJsonException {
        Reading reading = read("{'cameras': [{'camera_id': 'c', 'enabled': false, 'display_order': 9},"
                + " {'camera_id': 'a', 'enabled': false}, {'camera_id': 'b', 'enabled': false, 'display_order': -1}]}");
        assertEquals(
                List.of("b", "a", "c"),
                reading.configuration().cameras().stream()
                        .map(CameraSettings::id)
                        .toList());
    }

    @Test
    void readsOlderNames() throws NotJsonException {
        Configuration configuration = read("{'streaming': {'connection_timeout': 90}, 'backup': {'Des_path': 'copies'},"
                        + " 'recording': {'base_path': '/media/nvr'}}")
                .configuration();
        assertEquals(
                Duration.ofSeconds(90), configuration.streaming().detection().keepaliveTimeout());
        assertEquals(
                Optional.of(Path.of("/data/copies")), configuration.backup().destination());
        assertEquals(Path.of("/media/nvr"), configuration.storage().recordingPath());
        assertEquals(
                Duration.ofSeconds(3),
                read("{'streaming': {'connection_timeout': 90, 'keepalive_timeout': 3}}")
                        .configuration()
                        .streaming()
                        .detection()
                        .keepaliveTimeout());
    }

    @Test
    void strategiesMayBeAllNoneOrSome() throws NotJsonException {
        assertEquals(Optional.of(Set.of()), strategies("[]"));
        assertEquals(
                Optional.of(Set.of("keepalive", "org.example_x-1")), strategies("['keepalive', 'org.example_x-1']"));
        assertEquals(Optional.empty(), strategies("['Keepalive']"));
        assertEquals(Optional.empty(), strategies("null"));
    }

    private Optional<Set<String>> strategies(String value) throws NotJsonException {
        return read("{'streaming': {'detection_strategies': " + value + "}}")
                .configuration()
                .streaming()
                .detection()
                .strategies();
    }

    @ParameterizedTest
    @CsvSource({
        "latency_ms, 0, PT0S",
        "latency_ms, 5000, PT5S",
        "latency_ms, 5000.5, PT0.1S",
        "latency_ms, -1, PT0.1S",
        "latency_ms, 1e3, PT1S",
        "latency_ms, true, PT0.1S",
        "latency_ms, 1e999999999999, PT0.1S",
        "latency_ms, 1e-999999999, PT0.1S"
    })
    void rangesIncludeTheirEnds(String key, String value, Duration expected) throws NotJsonException {
        Configuration configuration =
                read("{'streaming': {'" + key + "': " + value + "}}").configuration();
        assertEquals(expected, configuration.streaming().latency());
    }

    @ParameterizedTest
    @CsvSource({
        "daily, P1D, ",
        "00:00, P1D, ",
        "1 week, P7D, ",
        "12 hours, PT12H, ",
        "10 MB, , 10000000",
        "2 GiB, , 2147483648",
        "0 MB, , 10000000",
        "soon, , 10000000"
    })
    void readsRotations(String value, Duration period, Long bytes) throws NotJsonException {
        assertEquals(
                new Rotation(
                        Optional.ofNullable(period), bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes)),
                read("{'logging': {'error_log': {'rotation': '" + value + "'}}}")
                        .configuration()
                        .logging()
                        .errorLog()
                        .rotation());
    }

    @Test
    void theWindowNeedsAllFour() throws NotJsonException {
        assertEquals(
                Optional.of(new WindowBounds(-8, 0, 1920, 1017)),
                read("{'ui': {'window_state': {'x': -8, 'y': 0, 'width': 1920, 'height': 1017}}}")
                        .configuration()
                        .ui()
                        .window());
        assertEquals(
                Optional.empty(),
                read("{'ui': {'window_state': {'x': -8, 'y': 0, 'width': 1920}}}")
                        .configuration()
                        .ui()
                        .window());
    }

    @Test
    void noKeyIsGivenTwice() throws NotJsonException {
        Map<String, String> keys = read("{'menu_keys': {'camera_stop': 'F1', 'camera_connect_all': 'F2',"
                        + " 'camera_stop_all': 'F3', 'record_start': 'ctrl+n'}}")
                .configuration()
                .menuKeys()
                .keys();
        assertEquals(Set.copyOf(keys.values()).size(), keys.size());
        assertEquals("F4", keys.get("camera_connect"));
        assertEquals("Ctrl+N", keys.get("record_start"));
    }

    @Test
    void repositoriesAreAddressesAndFoldersWithoutPasswords() throws NotJsonException {
        assertEquals(
                new UpdateSettings(List.of(), true, false),
                read("{}").configuration().updates());
        assertEquals(
                List.of(
                        URI.create("https://example.com:8443/p2/"),
                        URI.create("http://[::1]/p2"),
                        URI.create("file:/srv/p2"),
                        URI.create("file:///srv/my%20p2")),
                read("{'updates': {'repositories': ['https://example.com:8443/p2/', 'http://[::1]/p2', 'file:/srv/p2',"
                                + " '/srv/my p2']}}")
                        .configuration()
                        .updates()
                        .repositories());
        for (String bad : List.of("ftp://example.com", "https://user:secret@example.com", "p2", "http://a b")) {
            Reading reading = read("{'updates': {'repositories': ['" + bad + "']}}");
            assertEquals(1, reading.problems().size(), bad);
            assertEquals(List.of(), reading.configuration().updates().repositories(), bad);
            assertFalse(texts(reading).get(0).contains("secret"), () -> texts(reading)
                    .get(0));
        }
    }

    @Test
    void readsASitesFileWithoutErrors() throws Exception {
        try (var in =
                ConfigurationReaderTest.class.getResourceAsStream("/org/rnvr/config/internal/sites/python.json")) {
            Reading reading = new ConfigurationReader(Path.of("/data"), name -> Optional.of("x"))
                    .read(JsonReading.read(
                            JsonReading.decode(Objects.requireNonNull(in).readAllBytes())));
            assertEquals(
                    List.of(),
                    reading.problems().stream()
                            .filter(problem -> problem.severity() != ConfigurationProblem.Severity.NOTE)
                            .toList());
            assertEquals(16, reading.configuration().cameras().size());
        }
    }

    private Reading read(String text) throws NotJsonException {
        return reader.read(JsonReading.read(text.replace('\'', '"')));
    }

    private static List<String> texts(Reading reading) {
        return reading.problems().stream().map(ConfigurationProblem::toString).toList();
    }
}
