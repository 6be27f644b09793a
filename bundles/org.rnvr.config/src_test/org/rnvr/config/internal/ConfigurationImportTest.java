package org.rnvr.config.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ImportPlan;
import org.rnvr.config.ImportPlan.Change;
import org.rnvr.config.LoggingSettings.Level;
import org.rnvr.config.internal.json.JsonDocument;
import org.rnvr.config.internal.json.JsonReading;
import org.rnvr.config.internal.schema.ConfigurationReader;
import org.sqlite.SQLiteDataSource;

class ConfigurationImportTest {

    private static final String PRESENT =
            """
            {
                "streaming": {"latency_ms": 200},
                "cameras": [
                    {"camera_id": "front", "name": "Front", "rtsp_url": "rtsp://10.0.0.5/s",
                     "password": {"secret": "cameras/front"}},
                    {"camera_id": "stays", "rtsp_url": "rtsp://10.0.0.9/s"}
                ],
                "cameras2": [1.0]
            }
            """;

    @TempDir
    Path folder;

    private final RememberedSecrets secrets = new RememberedSecrets();
    private final ConfigurationImportComponent imports = new ConfigurationImportComponent(data -> secrets);
    private Path target;

    @BeforeEach
    void aSite() throws Exception {
        target = Files.writeString(folder.resolve("IT_RNVR.json"), PRESENT);
        secrets.put(Map.of("cameras/front", "old"));
    }

    @Test
    void aFileIsTakenOverAndWhatItDoesNotHaveStays() throws Exception {
        Path source = source(
                """
                {"streaming": {"latency_ms": 300, "connection_timeout": 8, "tcp_timeout": 10000},
                 "recording": {"base_path": "/mnt/disk"},
                 "cameras": [
                     {"camera_id": "front", "name": "Gate", "rtsp_url": "rtsp://10.0.0.5/s"},
                     {"camera_id": "yard", "name": "Yard", "rtsp_url": "rtsp://root:@:/#%~@10.0.0.6/s", "ptz_port": "8080",
                      "video_transform": {"enabled": true, "flip": "BOTH", "rotation": 90}}]}
                """);
        ImportPlan plan = imports.plan(source, target);
        assertEquals(
                List.of(
                        new Change("streaming.latency_ms", Optional.empty(), "200", "300"),
                        new Change("streaming.keepalive_timeout", Optional.empty(), "5", "8"),
                        new Change("storage.recording_path", Optional.empty(), "./recordings", "/mnt/disk"),
                        new Change("cameras[].name", Optional.of("front"), "Front", "Gate"),
                        new Change("cameras[]", Optional.of("yard"), "", "Yard")),
                plan.changes());
        assertEquals(List.of(), plan.notTakenOver());
        assertEquals(5, plan.edits().size(), "what is as it was is not written");
        assertEquals(PRESENT, Files.readString(target), "a plan changes nothing");
        assertFalse(plan.toString().contains("@:/#%~"), "no password is shown");

        imports.apply(plan, target, folder);
        Configuration after = configuration();
        assertEquals(300, after.streaming().latency().toMillis());
        assertEquals(Duration.ofSeconds(8), after.streaming().detection().keepaliveTimeout());
        assertEquals(Path.of("/mnt/disk"), after.storage().recordingPath());
        assertEquals(
                List.of("front", "stays", "yard"),
                after.cameras().stream().map(CameraSettings::id).toList());
        CameraSettings yard = after.camera("yard").orElseThrow();
        assertEquals(8080, yard.ptz().port());
        assertEquals(new CameraSettings.VideoTransform(true, CameraSettings.Flip.BOTH, 90), yard.transform());
        assertEquals("root", yard.credentials().username());
        assertEquals(Map.of("cameras/front", "old", "cameras/yard", "@:/#%~"), secrets.all());
        assertFalse(Files.readString(target).contains("#%~"), "the password is not in the file");
        assertTrue(Files.readString(target).contains("cameras2"));
        assertEquals(PRESENT, Files.readString(folder.resolve("IT_RNVR.json.bak")));
        assertEquals(
                List.of(),
                imports.plan(source, target).changes().stream()
                        .filter(change -> !change.path().equals("cameras[].password"))
                        .toList());
    }

    @Test
    void whatCannotBeTakenOverIsSaidAndTheRestIs() throws Exception {
        Path source = source(
                """
                {"streaming": {"latency_ms": 9000, "tcp_timeout": 5000, "speed": 3}, "cameras2": [],
                 "menu_keys": {"camera_connect": "F2"},
                 "cameras": [
                     {"camera_id": "front", "rtsp_url": "http://10.0.0.5/s", "name": "Gate", "password": {"secret": "cameras/x"}},
                     {"camera_id": "nowhere", "name": "No URL"},
                     {"camera_id": "bad id", "rtsp_url": "rtsp://10.0.0.7/s"}]}
                """);
        ImportPlan plan = imports.plan(source, target);
        assertEquals(
                List.of(
                        "streaming.latency_ms: found 9000, expected a number from 0 to 5000 (ms); it is not taken over",
                        "streaming.speed: is no key of RNVR; it is not taken over",
                        "cameras2: is no key of RNVR; it is not taken over",
                        "menu_keys.camera_stop: the default F2, which menu_keys.camera_connect has too; using F1",
                        "cameras[0].rtsp_url: found a URL of scheme http, expected a URL with a host that begins with "
                                + "rtsp:// or rtsps://; it is not taken over",
                        "cameras[1].rtsp_url: is missing, expected a URL with a host that begins with rtsp:// or rtsps://; "
                                + "it is not taken over",
                        "cameras[2].camera_id: found \"bad id\", expected 1 to 64 letters, digits, _ and -, unique; "
                                + "it is not taken over",
                        "cameras[0].password: is in the secure storage of the other installation; it is not taken over",
                        "cameras[]: camera \"nowhere\" is not taken over: rtsp_url is missing, expected a URL with a host "
                                + "that begins with rtsp:// or rtsps://"),
                plan.notTakenOver().stream().map(ConfigurationProblem::toString).toList());
        imports.apply(plan, target, folder);
        Configuration after = configuration();
        assertEquals(200, after.streaming().latency().toMillis());
        assertEquals(5000, after.streaming().tcpTimeout().toMillis());
        assertEquals("Gate", after.camera("front").orElseThrow().name());
        assertEquals("rtsp://10.0.0.5/s", after.camera("front").orElseThrow().rtspUrl());
        assertEquals("old", after.camera("front").orElseThrow().credentials().password());
        assertEquals("F2", after.menuKeys().keys().get("camera_connect"));
        assertEquals("F1", after.menuKeys().keys().get("camera_stop"));
        assertTrue(after.camera("nowhere").isEmpty());
    }

    @Test
    void aDatabaseOfColumnsIsTakenOver() throws Exception {
        Path source = database(
                "CREATE TABLE app (id INTEGER PRIMARY KEY, app_name TEXT, version TEXT)",
                "INSERT INTO app VALUES (1, '현장', '2.0')",
                "CREATE TABLE ui (theme TEXT, show_status_bar INTEGER, window_state_x INTEGER, window_state_y INTEGER,"
                        + " window_state_width INTEGER, window_state_height INTEGER)",
                "INSERT INTO ui VALUES ('light', 0, 10, 20, 800, 600)",
                "CREATE TABLE streaming (default_layout TEXT, osd_font_color TEXT, decoder_preference TEXT, latency_ms REAL)",
                "INSERT INTO streaming VALUES ('3x3', '255, 128,0', 'v4l2h264dec,avdec_h264', 150.0)",
                "CREATE TABLE cameras (id INTEGER PRIMARY KEY, camera_id TEXT, name TEXT, rtsp_url TEXT, username TEXT,"
                        + " password TEXT, enabled INTEGER, ptz_port TEXT, \"video_transform.enabled\" INTEGER,"
                        + " video_transform_rotation TEXT, brand TEXT)",
                "INSERT INTO cameras VALUES (1, 'yard', '마당', 'rtsp://10.0.0.6/s', 'root', ' p:w@ ', 1, '81', 1, '180', 'x')",
                "INSERT INTO cameras VALUES (2, 'ramp', NULL, 'rtsp://10.0.0.7/s', NULL, NULL, 0, NULL, NULL, NULL, NULL)",
                "CREATE TABLE storage (retention_days INTEGER, min_free_space_gb REAL)",
                "INSERT INTO storage VALUES (14, 2.5)",
                "CREATE TABLE logging (enabled TEXT, console_level TEXT, \"file.rotation\" TEXT, error_log TEXT)",
                "INSERT INTO logging VALUES ('true', 'ERROR', '100 MB', '{\"level\": \"CRITICAL\"}')",
                "CREATE TABLE alembic_version (version_num TEXT)");
        ImportPlan plan = imports.plan(source, target);
        assertEquals(
                List.of(
                        "cameras[0].brand: is no key of RNVR; it is not taken over",
                        "alembic_version: is no key of RNVR; it is not taken over"),
                plan.notTakenOver().stream().map(ConfigurationProblem::toString).toList());
        imports.apply(plan, target, folder);
        Configuration after = configuration();
        assertEquals("현장", after.app().name());
        assertEquals("LIGHT", after.ui().theme().name());
        assertFalse(after.ui().showStatusBar());
        assertEquals(800, after.ui().window().orElseThrow().width());
        assertEquals("3x3", after.streaming().defaultLayout().toString());
        assertEquals(128, after.streaming().osd().green());
        assertEquals(List.of("v4l2h264dec", "avdec_h264"), after.streaming().decoderPreference());
        assertEquals(150, after.streaming().latency().toMillis());
        CameraSettings yard = after.camera("yard").orElseThrow();
        assertEquals("마당", yard.name());
        assertEquals(" p:w@ ", yard.credentials().password(), "kept as it is");
        assertEquals(81, yard.ptz().port());
        assertEquals(180, yard.transform().rotation());
        assertFalse(after.camera("ramp").orElseThrow().enabled());
        assertEquals(14, after.storage().retentionDays());
        assertEquals(2.5, after.storage().minFreeSpaceGb());
        assertEquals(Level.ERROR, after.logging().console().level());
        assertEquals(Level.CRITICAL, after.logging().errorLog().level());
        assertEquals(100_000_000, after.logging().file().rotation().bytes().orElseThrow());
    }

    @Test
    void aDatabaseOfKeysAndValuesIsTakenOver() throws Exception {
        Path source = database(
                "CREATE TABLE streaming (id INTEGER PRIMARY KEY, key TEXT, value TEXT)",
                "INSERT INTO streaming (key, value) VALUES ('latency_ms', '120'), ('auto_reconnect', 'False'),"
                        + " ('decoder_preference', '[\"avdec_h264\"]'), ('speed', '3')",
                "CREATE TABLE logging (name TEXT, value TEXT)",
                "INSERT INTO logging VALUES ('console.level', 'DEBUG'), ('file_rotation_count', '3'),"
                        + " ('logging.json_log.enabled', '1')",
                "CREATE TABLE ptz_keys (key TEXT, value TEXT)",
                "INSERT INTO ptz_keys VALUES ('up', 'i'), ('stop', 'Space')",
                "CREATE TABLE backup (key TEXT, value TEXT)",
                "INSERT INTO backup VALUES ('Des_path', '/mnt/backup')");
        ImportPlan plan = imports.plan(source, target);
        assertEquals(
                List.of("streaming.speed: is no key of RNVR; it is not taken over"),
                plan.notTakenOver().stream().map(ConfigurationProblem::toString).toList());
        imports.apply(plan, target, folder);
        Configuration after = configuration();
        assertEquals(120, after.streaming().latency().toMillis());
        assertFalse(after.streaming().autoReconnect());
        assertEquals(List.of("avdec_h264"), after.streaming().decoderPreference());
        assertEquals(Level.DEBUG, after.logging().console().level());
        assertEquals(3, after.logging().file().keep().orElseThrow());
        assertTrue(after.logging().jsonLog().enabled());
        assertEquals("I", after.ptzKeys().keys().get("up"));
        assertEquals("Space", after.ptzKeys().keys().get("stop"));
        assertEquals(Path.of("/mnt/backup"), after.backup().destination().orElseThrow());
    }

    @Test
    void theDatabaseIsOnlyRead() throws Exception {
        Path source = database("CREATE TABLE app (app_name TEXT)", "INSERT INTO app VALUES ('x')");
        byte[] before = Files.readAllBytes(source);
        imports.plan(source, target);
        assertEquals(-1, Files.mismatch(source, Files.write(folder.resolve("copy"), before)));
    }

    @Test
    void aSiteWithoutAFileGetsOne() throws Exception {
        Path fresh = folder.resolve("fresh").resolve("IT_RNVR.json");
        Files.createDirectory(fresh.getParent());
        imports.apply(imports.plan(target, fresh), fresh, fresh.getParent());
        assertTrue(Files.readString(fresh).contains("\"front\""));
    }

    @Test
    void whatIsNoConfigurationIsRefusedByName() throws Exception {
        IOException missing = assertThrows(IOException.class, () -> imports.plan(folder.resolve("none.json"), target));
        assertEquals("none.json does not exist in " + folder, missing.getMessage());
        Path torn = source("{");
        assertTrue(assertThrows(IOException.class, () -> imports.plan(torn, target))
                .getMessage()
                .startsWith("other.json is not JSON"));
        Path broken = Files.writeString(folder.resolve("broken.db"), "SQLite format 3\0" + "x".repeat(2000));
        assertTrue(assertThrows(IOException.class, () -> imports.plan(broken, target))
                .getMessage()
                .startsWith("broken.db cannot be read as an SQLite database"));
    }

    @Test
    void aRefusalChangesNothing() throws Exception {
        ImportPlan plan =
                new ImportPlan(List.of(new ConfigurationEdit.Set("streaming.latency_ms", 9000)), List.of(), List.of());
        assertThrows(ConfigurationRefusedException.class, () -> imports.apply(plan, target, folder));
        assertEquals(PRESENT, Files.readString(target));
    }

    private Configuration configuration() throws Exception {
        JsonDocument document = JsonReading.read(Files.readString(target));
        return new ConfigurationReader(folder, secrets::get).read(document).configuration();
    }

    private Path source(String json) throws IOException {
        return Files.writeString(folder.resolve("other.json"), json);
    }

    private Path database(String... statements) throws SQLException {
        Path file = folder.resolve("IT_RNVR.db");
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
        return file;
    }
}
