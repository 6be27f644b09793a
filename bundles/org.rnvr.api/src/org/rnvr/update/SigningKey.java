package org.rnvr.update;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A public key with which artifacts are signed.
 *
 * @param fingerprint in upper-case hexadecimal digits
 * @param owners the user ids of the key; anybody can write anything there
 * @param created since when it is valid
 * @param expires until when it is valid; empty when it does not expire
 */
public record SigningKey(String fingerprint, List<String> owners, Instant created, Optional<Instant> expires) {
    public SigningKey {
        Objects.requireNonNull(fingerprint);
        owners = List.copyOf(owners);
        Objects.requireNonNull(created);
        Objects.requireNonNull(expires);
    }
}
