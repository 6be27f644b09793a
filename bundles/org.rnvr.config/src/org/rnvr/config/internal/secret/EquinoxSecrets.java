package org.rnvr.config.internal.secret;

import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.rnvr.config.internal.file.AtomicWrite;
import org.rnvr.config.internal.file.Failures;

/**
 * Secrets in Equinox secure storage, in a file of RNVR's own whose master password is in a key file beside it.
 * <p>
 * Equinox writes its file in place. So that a power cut meanwhile does not cost all secrets, a copy is made before and
 * removed after; a copy that is found at the start is what was valid last.
 */
public final class EquinoxSecrets implements Secrets {

    private static final String NODE = "org.rnvr";
    private static final String OTHER_KEY = "the key file is not the one that it was stored with";
    /** Beside the name of a secret, in clear: that it is sealed, as those of the first builds are not. */
    private static final String SEALED = ".sealed";

    private final Path storage;
    private final Path copy;
    private final KeyFile keyFile;
    private Optional<ISecurePreferences> opened = Optional.empty();

    /** In this folder, which is made when it is needed. */
    public EquinoxSecrets(Path folder) {
        storage = folder.resolve("secure_storage");
        copy = folder.resolve("secure_storage.before");
        keyFile = new KeyFile(folder.resolve("master.key"));
    }

    @Override
    public Optional<String> get(String name) throws SecretStorageException {
        if (opened.isEmpty() && Files.notExists(storage) && Files.notExists(copy)) {
            return Optional.empty();
        }
        try {
            return read(name);
        } catch (IOException e) {
            throw failure(e);
        } catch (StorageException e) {
            throw failure(e);
        }
    }

    @Override
    public void put(Map<String, String> secrets) throws SecretStorageException {
        if (secrets.isEmpty()) {
            return;
        }
        try {
            for (Entry<String, String> secret : secrets.entrySet()) {
                write(secret.getKey(), secret.getValue());
            }
            save();
            for (Entry<String, String> secret : secrets.entrySet()) {
                if (!read(secret.getKey()).equals(Optional.of(secret.getValue()))) {
                    throw new SecretStorageException("what was stored comes back different");
                }
            }
        } catch (IOException e) {
            throw failure(e);
        } catch (StorageException e) {
            throw failure(e);
        }
    }

    @Override
    public void remove(String name) throws SecretStorageException {
        try {
            node(name).remove(key(name));
            node(name).remove(key(name) + SEALED);
            save();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void write(String name, String secret) throws IOException, StorageException {
        node(name).put(key(name), Sealed.of(secret), true);
        node(name).putBoolean(key(name) + SEALED, true, false);
    }

    private Optional<String> read(String name) throws IOException, StorageException, SecretStorageException {
        Optional<String> stored = Optional.ofNullable(node(name).get(key(name), null));
        if (stored.isEmpty() || !node(name).getBoolean(key(name) + SEALED, false)) {
            return stored;
        }
        Optional<String> secret = Sealed.open(stored.get());
        if (secret.isEmpty()) {
            throw new SecretStorageException(OTHER_KEY);
        }
        return secret;
    }

    private void save() throws IOException {
        if (Files.exists(storage)) {
            AtomicWrite.write(copy, Files.readAllBytes(storage), storage);
        }
        root().flush();
        try (FileChannel channel = FileChannel.open(storage, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.deleteIfExists(copy);
        try (FileChannel folder = FileChannel.open(storage.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private ISecurePreferences node(String name) throws IOException {
        return root().node(NODE).node(name.substring(0, name.lastIndexOf('/')));
    }

    private static String key(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private ISecurePreferences root() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(open());
        }
        return opened.get();
    }

    private ISecurePreferences open() throws IOException {
        String path = storage.toString();
        if (path.matches(".*[%#?].*")) {
            throw new IOException("the path of the data folder holds %, # or ?, which Equinox cannot read");
        }
        PBEKeySpec password = new PBEKeySpec(keyFile.password());
        if (Files.exists(copy)) {
            Files.move(copy, storage, StandardCopyOption.ATOMIC_MOVE);
        }
        ISecurePreferences root = SecurePreferencesFactory.open(
                new URL("file", null, path),
                Map.of(IProviderHints.DEFAULT_PASSWORD, password, IProviderHints.PROMPT_USER, Boolean.FALSE));
        if (root == null) {
            throw new IOException("Equinox does not open it");
        }
        return root;
    }

    private static SecretStorageException failure(IOException cause) {
        return new SecretStorageException(Failures.reason(cause), cause);
    }

    /** Equinox' own words may be of several lines and about dialogs; its code says what is the matter. */
    private static SecretStorageException failure(StorageException cause) {
        String reason =
                switch (cause.getErrorCode()) {
                    case StorageException.DECRYPTION_ERROR -> OTHER_KEY;
                    case StorageException.ENCRYPTION_ERROR -> "it cannot be encrypted";
                    default -> "Equinox secure storage refuses it, code " + cause.getErrorCode();
                };
        return new SecretStorageException(reason, cause);
    }
}
