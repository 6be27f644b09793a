package org.rnvr.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Parts of the console that know nothing of each other bind keys. */
class KeysTest {

    private static final Pattern KEY = Pattern.compile("<key\\b[^>]*?sequence=\"([^\"]+)\"", Pattern.DOTALL);

    @Test
    void noKeyIsBoundTwice() throws IOException {
        List<String> keys = KEY.matcher(Files.readString(Path.of("plugin.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertFalse(keys.isEmpty());
        assertEquals(
                List.of(),
                keys.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(bound -> bound.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
