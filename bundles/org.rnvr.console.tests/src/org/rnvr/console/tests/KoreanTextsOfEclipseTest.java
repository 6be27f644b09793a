package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Holds the Korean texts for Eclipse against the English ones of the same release: a text that Eclipse renames or gives other
 * arguments would come back in English, or without its argument, and nobody would be told.
 */
class KoreanTextsOfEclipseTest {

    private static final String FRAGMENTS = "org.rnvr.nl.ko.";
    private static final String KOREAN = "_ko.properties";
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");
    private static final Pattern MNEMONIC = Pattern.compile("&\\w");

    @TestFactory
    Stream<DynamicTest> everyTextHasAnEnglishOneWithTheSameArguments() {
        List<Bundle> fragments = fragments();
        assertFalse(fragments.isEmpty());
        return fragments.stream().flatMap(fragment -> files(fragment).map(file -> {
            String name = fragment.getSymbolicName() + file.getPath();
            return DynamicTest.dynamicTest(name, () -> compare(file, english(fragment, file)));
        }));
    }

    private static void compare(URL koreanFile, URL englishFile) throws IOException {
        assertNotNull(englishFile, "the host has no such file");
        Properties korean = load(koreanFile);
        Properties english = load(englishFile);
        assertFalse(korean.isEmpty());
        assertAll(korean.stringPropertyNames().stream().map(key -> () -> {
            String translated = korean.getProperty(key);
            String original = english.getProperty(key);
            assertNotNull(original, key);
            assertFalse(translated.isBlank(), key);
            assertEquals(found(ARGUMENT, original), found(ARGUMENT, translated), key);
            assertEquals(
                    MNEMONIC.matcher(original).find(),
                    MNEMONIC.matcher(translated).find(),
                    "mnemonic of " + key);
            assertEquals(original.contains("''"), translated.contains("''"), "quotes of " + key);
        }));
    }

    private static List<Bundle> fragments() {
        return Arrays.stream(FrameworkUtil.getBundle(KoreanTextsOfEclipseTest.class)
                        .getBundleContext()
                        .getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(FRAGMENTS))
                .toList();
    }

    private static Stream<URL> files(Bundle fragment) {
        List<URL> files = Collections.list(fragment.findEntries("/", "*" + KOREAN, true)).stream()
                .filter(file -> !file.getPath().startsWith("/OSGI-INF/"))
                .toList();
        assertFalse(files.isEmpty(), fragment.getSymbolicName());
        return files.stream();
    }

    /** Of the host or of another fragment of it, as a class loader finds it. */
    private static URL english(Bundle fragment, URL korean) {
        var wires = fragment.adapt(BundleWiring.class).getRequiredWires(HostNamespace.HOST_NAMESPACE);
        assertEquals(1, wires.size(), fragment.getSymbolicName() + " is attached");
        Bundle host = wires.get(0).getProvider().getBundle();
        String path = korean.getPath();
        assertTrue(path.endsWith(KOREAN), path);
        int name = path.lastIndexOf('/') + 1;
        var found = host.findEntries(
                path.substring(0, name), path.substring(name, path.length() - KOREAN.length()) + ".properties", false);
        return found == null ? null : found.nextElement();
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Properties load(URL file) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = file.openStream();
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
