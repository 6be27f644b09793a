package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Objects;
import org.rnvr.recorder.internal.hash.Sha256;

/**
 * A public key of Ed25519 (RFC 8032).
 *
 * @param key the key
 */
record VerifyingKey(PublicKey key) {

    static final String ALGORITHM = "Ed25519";
    static final int SIGNATURE_BYTES = 64;
    static final String LABEL = "PUBLIC KEY";

    VerifyingKey {
        Objects.requireNonNull(key);
    }

    /**
     * From a SubjectPublicKeyInfo in PEM.
     *
     * @throws IOException if it holds no such key
     */
    static VerifyingKey parse(byte[] pem) throws IOException {
        byte[] der = Pem.decode(LABEL, pem);
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
            Signature.getInstance(ALGORITHM).initVerify(key); // tells bytes that are no point of the curve
            return new VerifyingKey(key);
        } catch (GeneralSecurityException e) {
            throw new IOException("it holds no key of " + ALGORITHM, e);
        }
    }

    /** As a SubjectPublicKeyInfo in PEM. */
    byte[] pem() {
        return Pem.encode(LABEL, key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    /** SHA-256 of its SubjectPublicKeyInfo in DER. */
    String fingerprint() {
        return Sha256.of(key.getEncoded());
    }

    /** Whether a signature is of this message and by this key's owner. */
    boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false; // these bytes are no signature at all
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no " + ALGORITHM, e);
        }
    }
}
