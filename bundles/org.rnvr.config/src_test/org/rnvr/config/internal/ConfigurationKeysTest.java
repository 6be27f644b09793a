package org.rnvr.config.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationKey;
import org.rnvr.config.internal.schema.Schema;

/** Holds the descriptions of keys to what is read and refused. */
class ConfigurationKeysTest {

    private static final ConfigurationKeysComponent KEYS = new ConfigurationKeysComponent();

    @TempDir
    Path folder;

    static Stream<ConfigurationKey> keys() {
        return KEYS.all().stream();
    }

    @Test
    void everyKeyIsDescribed() {
        assertEquals(
                Schema.KEYS.stream().map(key -> key.path()).toList(),
                KEYS.all().stream().map(ConfigurationKey::path).toList());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void whatIsDescribedIsAllowedAndNothingBeyond(ConfigurationKey key) {
        key.fallback().ifPresent(value -> assertTrue(KEYS.allows(key.path(), value), "its default"));
        assertEquals(key.orNothing() || takesAnyText(key), KEYS.allows(key.path(), ""), "nothing");
        if (key.allowed() instanceof AllowedValues.Range range) {
            BigDecimal step = range.whole() ? BigDecimal.ONE : new BigDecimal("0.001");
            assertTrue(KEYS.allows(key.path(), range.least()));
            assertTrue(KEYS.allows(key.path(), range.most()));
            assertFalse(KEYS.allows(key.path(), range.least().subtract(step)));
            assertFalse(KEYS.allows(key.path(), range.most().add(step)));
            assertEquals(!range.whole(), KEYS.allows(key.path(), range.least().add(new BigDecimal("0.5"))));
        } else if (key.allowed() instanceof AllowedValues.OneOf choice) {
            choice.values().forEach(value -> assertTrue(KEYS.allows(key.path(), value)));
            assertFalse(KEYS.allows(key.path(), "another"));
        } else if (key.allowed() instanceof AllowedValues.Truth) {
            assertTrue(KEYS.allows(key.path(), true));
            assertFalse(KEYS.allows(key.path(), "true"));
        } else {
            assertFalse(KEYS.allows(key.path(), 7));
        }
    }

    private static boolean takesAnyText(ConfigurationKey key) {
        return key.allowed() instanceof AllowedValues.Formed formed
                && (formed.form() == Form.TEXT || formed.form() == Form.PASSWORD);
    }

    @Test
    void valuesAreThoseOfTheFileOrTheDefaults() throws IOException {
        Path file = Files.writeString(
                folder.resolve("site.json"),
                """
                {"streaming": {"latency_ms": 250.0, "connection_timeout": 7, "osd_font_color": [1, 2, 3]},
                 "storage": {"recording_path": "../disk", "retention_days": -1},
                 "logging": {"file": {"rotation": "1 GiB", "retention": ""}, "error_log": {"rotation": "12 hours"}}}
                """);
        Map<String, Object> values = KEYS.values(file);
        assertEquals(new BigDecimal("250"), values.get("streaming.latency_ms"));
        assertEquals(new BigDecimal("7"), values.get("streaming.keepalive_timeout"), "by its older name");
        assertEquals(
                List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(3)),
                values.get("streaming.osd_font_color"));
        assertEquals("../disk", values.get("storage.recording_path"));
        assertEquals(new BigDecimal("30"), values.get("storage.retention_days"), "bad, so the default");
        assertEquals("1 GiB", values.get("logging.file.rotation"));
        assertFalse(values.containsKey("logging.file.retention"), "none");
        assertEquals("12 hours", values.get("logging.error_log.rotation"));
        assertFalse(values.containsKey("streaming.detection_strategies"), "none");
    }

    @Test
    void aFileThatIsNotThereIsAllDefaultsAndOneThatIsNoJsonIsSaid() throws IOException {
        Map<String, Object> values = KEYS.values(folder.resolve("none.json"));
        for (ConfigurationKey key : KEYS.all()) {
            if (!key.ofCamera()) {
                assertEquals(key.fallback(), Optional.ofNullable(values.get(key.path())), key::path);
            }
        }
        Path torn = Files.writeString(folder.resolve("torn.json"), "{\"ui\": ");
        IOException refused = assertThrows(IOException.class, () -> KEYS.values(torn));
        assertTrue(refused.getMessage().startsWith("torn.json is not JSON at line 1"), refused.getMessage());
    }

    @Test
    void noValueIsAnAbsentKeyUnlessThatMeansADefault() {
        assertEquals(
                new ConfigurationEdit.Remove("recording.codec"),
                key("recording.codec").edit(Optional.empty()));
        assertEquals(
                new ConfigurationEdit.Set("logging.file.retention", ""),
                key("logging.file.retention").edit(Optional.empty()));
    }

    private static ConfigurationKey key(String path) {
        return KEYS.all().stream()
                .filter(key -> key.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
