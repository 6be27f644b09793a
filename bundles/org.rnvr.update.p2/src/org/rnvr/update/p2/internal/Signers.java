package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.eclipse.equinox.internal.p2.artifact.processors.pgp.PGPPublicKeyStore;
import org.eclipse.equinox.internal.p2.artifact.processors.pgp.PGPSignatureVerifier;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;
import org.rnvr.update.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who signed an artifact, by what a repository says of it. Nothing is verified. */
@SuppressWarnings("restriction")
final class Signers {

    private static final Logger LOGGER = LoggerFactory.getLogger(Signers.class);

    private Signers() {}

    /** Nobody, if it is not signed or the key is not told. */
    static Optional<SigningKey> of(IArtifactDescriptor descriptor) {
        try {
            PGPPublicKeyStore keys = PGPSignatureVerifier.getKeys(descriptor);
            return PGPSignatureVerifier.getSignatures(descriptor).stream()
                    .flatMap(signature -> keys.getKeys(signature.getKeyID()).stream())
                    .map(Keys::of)
                    .findFirst();
        } catch (IOException | PGPException e) {
            LOGGER.info("The signature of {} cannot be read: {}", descriptor.getArtifactKey(), e.getMessage());
            return Optional.empty();
        }
    }
}
