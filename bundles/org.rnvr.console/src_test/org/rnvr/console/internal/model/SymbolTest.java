package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SymbolTest {

    /** Tables, dialogs, tool bars and the status line in either theme. */
    private static final List<String> GROUNDS = List.of("2f2f2f", "48484c", "ffffff", "f8f8f8");

    private static final Pattern COLOUR = Pattern.compile("=\"#([0-9a-f]{3}(?:[0-9a-f]{3})?)\"");
    private static final double LEAST = 3;

    @Test
    void eachIsSeenOnWhateverItStandsOn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("icons"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".svg"))
                            .filter(file -> !isSeen(colours(file)))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void everySymbolHasAnImage() {
        assertEquals(
                List.of(),
                Stream.of(Symbol.values())
                        .filter(symbol -> !Files.exists(Path.of(symbol.path())))
                        .toList());
    }

    /** By one of its colours before each ground, or by two of them before one another. */
    private static boolean isSeen(List<String> colours) {
        return colours.stream().anyMatch(one -> colours.stream().anyMatch(other -> differ(one, other)))
                || GROUNDS.stream().allMatch(ground -> colours.stream().anyMatch(colour -> differ(colour, ground)));
    }

    private static List<String> colours(Path file) {
        try {
            return COLOUR.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .map(found -> found.length() == 3 ? found.replaceAll(".", "$0$0") : found)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As WCAG 2 reckons contrast. */
    private static boolean differ(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05) >= LEAST;
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 0) + 0.7152 * linear(colour, 2) + 0.0722 * linear(colour, 4);
    }

    private static double linear(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
