package org.rnvr.config.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the reference for operators to the schema. */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("..", "..", "releng", "doc", "configuration.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.*?) \\| (.*?) \\| (.+) \\|");

    @Test
    void everyKeyHasItsRow() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(REFERENCE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.group(1) + " | " + row.group(2) + " | " + row.group(3));
            }
        }
        List<String> expected = Schema.KEYS.stream()
                .map(key -> key.path() + " | " + key.fallbackText() + " | "
                        + key.kind().allowed())
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", rows));
    }

    @Test
    void olderNamesAreMentioned() throws IOException {
        String reference = Files.readString(REFERENCE);
        Schema.KEYS.stream()
                .flatMap(key -> key.older().stream())
                .forEach(older -> assertTrue(reference.contains("Older name: `" + older.path() + "`"), older::path));
    }

    @Test
    void everyKeyOfASectionIsInItsTable() throws IllegalAccessException {
        Set<Key<?>> declared = new HashSet<>();
        for (Class<?> section : List.of(
                AppSection.class,
                UiSection.class,
                StreamingSection.class,
                CameraSection.class,
                RecordingSection.class,
                BackupSection.class,
                StorageSection.class,
                LoggingSection.class,
                PerformanceSection.class,
                UpdatesSection.class)) {
            for (Field field : section.getDeclaredFields()) {
                if (field.getType() == Key.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    declared.add((Key<?>) field.get(null));
                }
            }
        }
        declared.addAll(KeysSection.MENU.keys());
        declared.addAll(KeysSection.PTZ.keys());
        assertEquals(declared, new HashSet<>(Schema.KEYS));
    }

    @Test
    void everyDefaultCanBeShown() {
        Schema.KEYS.forEach(ReferenceTest::assertDefaultIsShown);
        assertEquals(
                Schema.KEYS.size(),
                Schema.KEYS.stream().map(Key::path).distinct().count());
    }

    private static <T> void assertDefaultIsShown(Key<T> key) {
        assertFalse(key.kind().show(key.fallback()).isEmpty(), key::path);
        assertFalse(key.fallbackText().isEmpty(), key::path);
    }
}
