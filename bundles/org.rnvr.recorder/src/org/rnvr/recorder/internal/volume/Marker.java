package org.rnvr.recorder.internal.volume;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What tells a recording volume from all others: a small file on it, {@value #FILE} in the recording folder.
 *
 * @param uuid of the volume
 * @param created when RNVR first wrote to it
 */
record Marker(UUID uuid, Instant created) {

    /** Relative to the recording folder. */
    static final String FILE = ".rnvr/volume.json";

    private static final String UUID_KEY = "uuid";
    private static final String CREATED_KEY = "created";

    Marker {
        Objects.requireNonNull(uuid);
        Objects.requireNonNull(created);
    }

    /** There is a marker that says nothing. */
    static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1L;

        private DamagedException(Path file, Exception cause) {
            super(file + " is damaged", cause);
        }
    }

    /**
     * The marker in a recording folder, if folder and marker are there.
     *
     * @throws DamagedException if it cannot be understood
     */
    static Optional<Marker> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            return Optional.of(new Marker(
                    UUID.fromString(json.get(UUID_KEY).getAsString()),
                    Instant.parse(json.get(CREATED_KEY).getAsString())));
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | DateTimeException e) {
            throw new DamagedException(file, e);
        }
    }

    /** Makes it survive a power cut, in a recording folder that exists. */
    void write(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isDirectory(file.getParent())) {
            Files.createDirectory(file.getParent());
        }
        JsonObject json = new JsonObject();
        json.addProperty(UUID_KEY, uuid.toString());
        json.addProperty(CREATED_KEY, created.toString());
        AtomicFile.write(file, json + "\n");
        AtomicFile.sync(folder);
    }
}
