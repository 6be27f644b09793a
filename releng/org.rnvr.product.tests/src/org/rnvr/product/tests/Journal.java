package org.rnvr.product.tests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The event journal of a running recorder, as an outsider reads it. */
final class Journal {

    private final Path folder;

    Journal(Path data) {
        folder = data.resolve("journal");
    }

    /** All complete lines up to now. */
    List<JsonObject> lines() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(Journal::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonObject> all(String event) {
        return lines().stream().filter(is(event)).toList();
    }

    List<JsonObject> all(String event, String camera) {
        return lines().stream().filter(is(event).and(of(camera))).toList();
    }

    /** The nth event (from 1) of a kind and camera. */
    JsonObject await(String event, String camera, int nth, Duration limit) {
        try {
            return Await.value(event + " of " + camera, limit, () -> all(event, camera).stream()
                    .skip(nth - 1L)
                    .findFirst());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + " in " + lines(), e);
        }
    }

    private static Predicate<JsonObject> is(String event) {
        return line -> line.get("event").getAsString().equals(event);
    }

    private static Predicate<JsonObject> of(String camera) {
        return line -> line.has("camera") && line.get("camera").getAsString().equals(camera);
    }

    private static Stream<JsonObject> read(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(line -> JsonParser.parseString(line)
                    .getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
