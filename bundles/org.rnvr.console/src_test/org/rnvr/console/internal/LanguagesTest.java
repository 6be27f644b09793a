package org.rnvr.console.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern REFERENCE = Pattern.compile("\"%([^\"]+)\"");
    private static final Path SOURCES = Path.of("src");
    private static final String BUNDLE = "OSGI-INF/l10n/bundle";

    @ParameterizedTest
    @MethodSource("texts")
    void koreanIsCompleteAndSaysTheSame(String base) throws IOException {
        Properties english = load(base + ".properties");
        Properties korean = load(base + "_ko.properties");
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(korean.keySet()));
        assertAll(english.stringPropertyNames().stream()
                .map(key -> () ->
                        assertEquals(arguments(english.getProperty(key)), arguments(korean.getProperty(key)), key)));
        assertAll(korean.stringPropertyNames().stream()
                .map(key -> () -> assertTrue(!korean.getProperty(key).isBlank(), key)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyTextThatCodeUsesIsThereAndNoOther(String base) throws IOException, ClassNotFoundException {
        Class<?> messages = Class.forName(SOURCES.relativize(Path.of(base).resolveSibling("Messages"))
                .toString()
                .replace('/', '.'));
        Set<String> used = Arrays.stream(messages.getFields())
                .filter(field -> field.getDeclaringClass() == messages)
                .map(java.lang.reflect.Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, new TreeSet<>(load(base + ".properties").stringPropertyNames()));
    }

    @Test
    void everyTextOfTheRegistryIsThereAndNoOther() throws IOException {
        Set<String> used = REFERENCE
                .matcher(Files.readString(Path.of("plugin.xml")))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        used.add("bundleName");
        assertEquals(used, new TreeSet<>(load(BUNDLE + ".properties").stringPropertyNames()));
    }

    private static Stream<String> texts() throws IOException {
        return Stream.concat(Stream.of(BUNDLE), messages());
    }

    private static Stream<String> messages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.endsWith("messages.properties"))
                    .map(file -> file.resolveSibling("messages").toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
