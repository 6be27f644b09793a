package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Tells somebody who has no RNVR how to verify an export, in English and Korean. */
final class Readme {

    private Readme() {}

    static byte[] of(Origin origin, VerifyingKey key) throws IOException {
        try (InputStream text = Readme.class.getResourceAsStream("README.txt")) {
            if (text == null) {
                throw new IOException("this bundle lacks its README.txt");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${version}", origin.version())
                    .replace("${host}", origin.host())
                    .replace("${fingerprint}", key.fingerprint())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
