package org.rnvr.config.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import org.rnvr.config.internal.secret.SecretMover;
import org.rnvr.config.internal.secret.SecretStorageException;
import org.rnvr.config.internal.secret.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the stored secrets in step with a file that is changed. */
final class SecretsOfChange {

    private static final Logger LOG = LoggerFactory.getLogger(SecretsOfChange.class);

    private final Secrets secrets;

    SecretsOfChange(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Writes a file that refers to secrets. */
    @FunctionalInterface
    interface Write {
        /** Whether it was written. */
        boolean run() throws IOException;
    }

    /** Stores secrets and writes the file that refers to them; when that is not written they are as they were. */
    boolean with(Map<String, String> added, Write write) throws IOException, SecretStorageException {
        if (added.isEmpty()) {
            return write.run();
        }
        Map<String, Optional<String>> before = new HashMap<>();
        for (String name : added.keySet()) {
            before.put(name, readable(name));
        }
        boolean written = false;
        try {
            secrets.put(added);
            written = write.run();
            return written;
        } finally {
            if (!written) {
                restore(before);
            }
        }
    }

    /** Forgets what a former document referred to and the present one does not. */
    void forget(JsonObject former, JsonObject present) {
        Set<String> names = new HashSet<>(SecretMover.references(former));
        names.removeAll(SecretMover.references(present));
        for (String name : names) {
            try {
                secrets.remove(name);
            } catch (SecretStorageException e) {
                LOG.warn("The secret {} is not needed any more and cannot be removed: {}", name, e.getMessage());
            }
        }
    }

    /** What cannot be read any more, as its key is lost, is no loss when it is replaced. */
    private Optional<String> readable(String name) {
        try {
            return secrets.get(name);
        } catch (SecretStorageException e) {
            LOG.info("The secret {} cannot be read ({}) and is replaced", name, e.getMessage());
            return Optional.empty();
        }
    }

    private void restore(Map<String, Optional<String>> before) {
        for (Entry<String, Optional<String>> secret : before.entrySet()) {
            try {
                if (secret.getValue().isPresent()) {
                    secrets.put(Map.of(secret.getKey(), secret.getValue().get()));
                } else {
                    secrets.remove(secret.getKey());
                }
            } catch (SecretStorageException e) {
                LOG.error("The secret {} cannot be restored: {}", secret.getKey(), e.getMessage());
            }
        }
    }
}
