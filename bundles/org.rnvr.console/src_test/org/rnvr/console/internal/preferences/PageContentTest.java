package org.rnvr.console.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the pages to the reference for operators. */
class PageContentTest {

    private static final Path REFERENCE = Path.of("..", "..", "releng", "doc", "configuration.md");
    private static final Path TEXTS = Path.of("src", "org", "rnvr", "console", "internal", "preferences");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void everyKeyOutsideCamerasIsOnOnePage() throws IOException {
        List<String> reference = ROW.matcher(Files.readString(REFERENCE))
                .results()
                .map(row -> row.group(1))
                .filter(path -> !path.startsWith("cameras[]"))
                .sorted()
                .toList();
        assertTrue(reference.size() > 90, "the reference was read");
        assertEquals(reference, paths().sorted().toList());
    }

    @Test
    void everyPageIsRegistered() throws IOException {
        String registry = Files.readString(Path.of("plugin.xml"));
        for (PageContent content : PageContent.values()) {
            assertTrue(registry.contains("SettingsPage:" + content.name() + "\""), content::name);
            assertTrue(registry.contains("\"" + content.id() + "\""), content::id);
        }
    }

    @Test
    void everyKeyAndGroupHasItsNameAndNothingElseHas() throws IOException {
        Properties english = load("settings.properties");
        TreeSet<String> known = paths().collect(Collectors.toCollection(TreeSet::new));
        Stream.of(PageContent.values())
                .flatMap(content -> content.groups().stream())
                .forEach(group -> known.add("group." + group.name()));
        assertEquals(
                known,
                english.stringPropertyNames().stream()
                        .filter(name ->
                                !name.endsWith(".help") && !name.startsWith("word.") && !name.startsWith("nothing."))
                        .collect(Collectors.toCollection(TreeSet::new)));
        english.stringPropertyNames().stream()
                .map(name -> name.replaceFirst("^nothing\\.|\\.help$", ""))
                .filter(name -> !name.startsWith("word."))
                .forEach(name -> assertTrue(known.contains(name), name));
    }

    @Test
    void koreanIsComplete() throws IOException {
        Properties korean = load("settings_ko.properties");
        assertEquals(
                new TreeSet<>(load("settings.properties").stringPropertyNames()),
                new TreeSet<>(korean.stringPropertyNames()));
        korean.forEach((name, text) -> assertTrue(!text.toString().isBlank(), name::toString));
    }

    private static Stream<String> paths() {
        return Stream.of(PageContent.values()).flatMap(PageContent::paths);
    }

    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
