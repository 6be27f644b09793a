package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Objects;

/** A key pair of Ed25519 (RFC 8032). Its text form shows the public half alone. */
final class SigningKey {

    private static final String LABEL = "PRIVATE KEY";
    private static final byte[] TRIAL = "RNVR".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey secret;
    private final VerifyingKey verifyingKey;

    private SigningKey(PrivateKey secret, VerifyingKey verifyingKey) {
        this.secret = Objects.requireNonNull(secret);
        this.verifyingKey = verifyingKey;
    }

    /** A new one. */
    static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), new VerifyingKey(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * From a file that holds both halves in PEM, the private one as PKCS#8.
     *
     * @throws IOException if one is not there, or they do not belong together
     */
    static SigningKey parse(byte[] pem) throws IOException {
        byte[] der = Pem.decode(LABEL, pem);
        VerifyingKey verifyingKey = VerifyingKey.parse(pem);
        try {
            SigningKey key = new SigningKey(
                    KeyFactory.getInstance(VerifyingKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der)),
                    verifyingKey);
            if (!verifyingKey.verifies(TRIAL, key.sign(TRIAL))) {
                throw new IOException("its private and its public key do not belong together");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IOException("it holds no private key of " + VerifyingKey.ALGORITHM, e);
        }
    }

    /** Both halves in PEM: to be kept from others. */
    byte[] pem() {
        return (Pem.encode(LABEL, secret.getEncoded()) + new String(verifyingKey.pem(), StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);
    }

    VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** The signature, of 64 bytes. */
    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifyingKey.fingerprint() + "]";
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java platform has no " + VerifyingKey.ALGORITHM, e);
    }
}
