package org.rnvr.config.internal.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A secret with a sign of what it is. Decryption with a wrong key fails only by its padding, which about one in 256 wrong keys
 * gets right: then something comes out that nobody stored.
 */
final class Sealed {

    private static final int SIGN_BYTES = 8;
    private static final int SIGN_CHARS = 2 * SIGN_BYTES;

    private Sealed() {}

    /** What is to be encrypted in place of a secret. */
    static String of(String secret) {
        return sign(secret) + secret;
    }

    /** The secret in what was decrypted; empty if it is not what was encrypted. */
    static Optional<String> open(String decrypted) {
        if (decrypted.length() < SIGN_CHARS) {
            return Optional.empty();
        }
        String secret = decrypted.substring(SIGN_CHARS);
        return Optional.of(secret).filter(it -> decrypted.startsWith(sign(it)));
    }

    private static String sign(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SIGN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
