package org.rnvr.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final Pattern SEQUENCE = Pattern.compile("<key\\b[^>]*sequence=\"([^\"]+)\"");

    /** Else the workbench asks which of two commands is meant, and does neither. */
    @Test
    void everyKeyOfTheRegistryMeansOneCommand() throws IOException {
        List<String> sequences = SEQUENCE.matcher(Files.readString(Path.of("plugin.xml")))
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
        assertFalse(sequences.isEmpty());
        assertEquals(List.copyOf(new TreeSet<>(sequences)), sequences);
    }
}
