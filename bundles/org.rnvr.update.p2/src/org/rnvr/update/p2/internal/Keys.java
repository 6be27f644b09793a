package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.eclipse.equinox.internal.p2.artifact.processors.pgp.PGPPublicKeyStore;
import org.rnvr.update.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Public keys of OpenPGP. */
@SuppressWarnings("restriction")
final class Keys {

    private static final Logger LOGGER = LoggerFactory.getLogger(Keys.class);
    private static final String SUFFIX = ".asc";

    private Keys() {}

    static SigningKey of(PGPPublicKey key) {
        List<String> owners = new ArrayList<>();
        key.getUserIDs().forEachRemaining(owners::add);
        Instant created = key.getCreationTime().toInstant();
        long validSeconds = key.getValidSeconds(); // 0 is for ever
        return new SigningKey(
                fingerprint(key),
                owners,
                created,
                validSeconds == 0 ? Optional.empty() : Optional.of(created.plusSeconds(validSeconds)));
    }

    static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
    }

    /** The fingerprints of all keys in the files of a folder that end in {@code .asc}; none if there is no such folder. */
    static Set<String> fingerprints(Path folder) {
        Set<String> found = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    PGPPublicKeyStore.readPublicKeys(in).forEach(key -> found.add(fingerprint(key)));
                }
            }
        } catch (IOException e) {
            LOGGER.error("The trusted keys in {} cannot be read", folder, e);
        }
        return found;
    }
}
