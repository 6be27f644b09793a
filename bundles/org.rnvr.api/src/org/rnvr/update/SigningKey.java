package org.rnvr.update;

import java.util.List;
import java.util.Objects;

/**
 * A public key with which artifacts are signed.
 *
 * @param fingerprint in upper-case hexadecimal digits
 * @param owners the user ids of the key; anybody can write anything there
 */
public record SigningKey(String fingerprint, List<String> owners) {
    public SigningKey {
        Objects.requireNonNull(fingerprint);
        owners = List.copyOf(owners);
    }
}
