package org.rnvr.config.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.internal.file.ConfigurationFile;
import org.rnvr.config.internal.file.Failures;
import org.rnvr.config.internal.json.JsonDocument;
import org.rnvr.config.internal.json.JsonReading;
import org.rnvr.config.internal.json.JsonWriting;
import org.rnvr.config.internal.json.NotJsonException;
import org.rnvr.config.internal.schema.ConfigurationReader;
import org.rnvr.config.internal.schema.Reading;
import org.rnvr.config.internal.secret.SecretMover;
import org.rnvr.config.internal.secret.SecretMover.Moved;
import org.rnvr.config.internal.secret.SecretStorageException;
import org.rnvr.config.internal.secret.Secrets;

/** Reads a configuration file, and moves the passwords in it to where secrets are kept. */
final class Loader {

    static final String REPEATED = "some of its keys stand more than once";

    private final ConfigurationReader reader;
    private final Secrets secrets;

    Loader(ConfigurationReader reader, Secrets secrets) {
        this.reader = reader;
        this.secrets = secrets;
    }

    /** Reads a file and changes nothing. */
    static Loaded look(ConfigurationFile file, ConfigurationReader reader) {
        try {
            byte[] content = file.read();
            String text = JsonReading.decode(content);
            JsonDocument document = JsonReading.read(text);
            boolean lossless = document.repeated().isEmpty();
            return new Loaded.Good(content, text, document.root(), lossless, reader.read(document));
        } catch (NoSuchFileException e) {
            return new Loaded.Bad("does not exist in " + file.path().getParent(), true);
        } catch (IOException e) {
            return new Loaded.Bad("cannot be read: " + Failures.reason(e), false);
        } catch (NotJsonException e) {
            return new Loaded.Bad(e.getMessage(), false);
        }
    }

    /**
     * Reads a file and changes nothing; one that does not exist is as if empty.
     *
     * @throws IOException if it cannot be used; the message says which and why
     */
    static Loaded.Good lookOrEmpty(ConfigurationFile file, ConfigurationReader reader) throws IOException {
        Loaded loaded = look(file, reader);
        if (loaded instanceof Loaded.Good good) {
            return good;
        }
        Loaded.Bad bad = (Loaded.Bad) loaded;
        if (!bad.missing()) {
            throw new IOException(file.path().getFileName() + " " + bad.reason());
        }
        JsonObject empty = new JsonObject();
        return new Loaded.Good(new byte[0], "", empty, true, reader.read(new JsonDocument(empty, List.of())));
    }

    /** Reads a file and changes nothing. */
    Loaded look(ConfigurationFile file) {
        return look(file, reader);
    }

    /** Reads a file; passwords in it are moved. */
    Loaded load(ConfigurationFile file) {
        Loaded loaded = look(file);
        return loaded instanceof Loaded.Good good ? withoutSecrets(file, good) : loaded;
    }

    private Loaded withoutSecrets(ConfigurationFile file, Loaded.Good good) {
        Moved moved = SecretMover.move(good.document());
        if (!moved.changed()) {
            return good;
        }
        Optional<String> obstacle = good.lossless() ? file.obstacle() : Optional.of(REPEATED);
        if (obstacle.isPresent()) {
            return kept(file, good, "holds camera passwords and cannot be written: " + obstacle.get());
        }
        try {
            secrets.put(moved.secrets());
        } catch (SecretStorageException e) {
            return kept(
                    file, good, "holds camera passwords that cannot be moved to the secure storage: " + e.getMessage());
        }
        return rewritten(file, good, moved.document());
    }

    private Loaded rewritten(ConfigurationFile file, Loaded.Good good, JsonObject document) {
        String text = JsonWriting.write(document, good.text());
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (file.replace(Optional.of(good.content()), content, Optional.of(content))) {
                return new Loaded.Good(content, text, document, true, good.reading());
            }
            // Somebody else wrote it in between: their version is read next.
            return good;
        } catch (IOException e) {
            return kept(file, good, "holds camera passwords and cannot be written: " + Failures.reason(e));
        }
    }

    private static Loaded kept(ConfigurationFile file, Loaded.Good good, String message) {
        Reading reading = good.reading();
        List<ConfigurationProblem> problems = new ArrayList<>();
        problems.add(new ConfigurationProblem(
                Severity.NOTE, file.path().getFileName().toString(), message + "; it is used as it is"));
        problems.addAll(reading.problems());
        return new Loaded.Good(
                good.content(),
                good.text(),
                good.document(),
                good.lossless(),
                new Reading(reading.configuration(), problems, reading.settings(), reading.cameras()));
    }
}
