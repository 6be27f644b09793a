package org.rnvr.recorder.internal.volume;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this installation remembers of recording folders: which volume belongs to each, in a small file beside its other
 * state. The file is read each time, since another process may change it. Any thread.
 */
public final class KnownVolumes {

    private static final String FILE = "volumes.json";
    private static final String VOLUMES = "volumes";
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final Path file;
    private final Map<String, UUID> unsaved = new HashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    /** @param data the installation's data folder, which exists by the time something is to be remembered */
    public KnownVolumes(Path data) {
        file = data.resolve(FILE);
    }

    Path file() {
        return file;
    }

    /** To be held while a folder's volume is chosen; one for each folder, since a disk may not answer. */
    Object lock(Path folder) {
        return locks.computeIfAbsent(key(folder), path -> new Object());
    }

    /**
     * The volume that belongs to a folder; empty if the folder was never used.
     *
     * @throws IOException if what was remembered cannot be read
     */
    synchronized Optional<UUID> of(Path folder) throws IOException {
        Optional<UUID> remembered = Optional.ofNullable(unsaved.get(key(folder)));
        try {
            return Optional.ofNullable(read().get(key(folder))).or(() -> remembered);
        } catch (IOException e) {
            if (remembered.isPresent()) {
                return remembered;
            }
            throw e;
        }
    }

    /**
     * Remembers it for a folder that is used for the first time.
     *
     * @throws IOException if it could not be saved; it holds until the process ends
     */
    synchronized void begin(Path folder, UUID volume) throws IOException {
        unsaved.put(key(folder), volume);
        replace(folder, volume);
    }

    /**
     * Remembers it instead of what was remembered before, which may be unreadable.
     *
     * @throws IOException if it could not be saved; nothing has changed
     */
    synchronized void replace(Path folder, UUID volume) throws IOException {
        Map<String, UUID> all = readable();
        all.put(key(folder), volume);
        JsonObject volumes = new JsonObject();
        all.forEach((path, uuid) -> volumes.addProperty(path, uuid.toString()));
        JsonObject json = new JsonObject();
        json.add(VOLUMES, volumes);
        AtomicFile.write(file, GSON.toJson(json) + "\n");
        unsaved.remove(key(folder));
    }

    private static String key(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    private Map<String, UUID> readable() throws IOException {
        try {
            return read();
        } catch (UnreadableException e) {
            return new TreeMap<>();
        }
    }

    private Map<String, UUID> read() throws IOException {
        Map<String, UUID> known = new TreeMap<>();
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            json.getAsJsonObject(VOLUMES)
                    .entrySet()
                    .forEach(entry -> known.put(
                            entry.getKey(), UUID.fromString(entry.getValue().getAsString())));
        } catch (NoSuchFileException e) {
            return known;
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | NullPointerException
                | ClassCastException e) {
            throw new UnreadableException(file, e);
        }
        return known;
    }

    /** The file holds something else. */
    private static final class UnreadableException extends IOException {

        private static final long serialVersionUID = 1L;

        private UnreadableException(Path file, Exception cause) {
            super(file + " is damaged", cause);
        }
    }
}
