package org.rnvr.update;

import java.util.Objects;
import java.util.Optional;

/**
 * A feature that a repository has.
 *
 * @param id its id
 * @param name its name for people, in their language where it has one
 * @param version the newest version there
 * @param provider who provides it, by its own words; empty when it does not say
 * @param signer who signed it and all its parts, by what the repository says: the signature is verified when it is installed;
 *     empty when something of it is not signed, or not everything with the same key
 * @param installed the version that is installed; empty when none is
 */
public record OfferedFeature(
        String id,
        String name,
        String version,
        String provider,
        Optional<SigningKey> signer,
        Optional<String> installed) {
    public OfferedFeature {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(signer);
        Objects.requireNonNull(installed);
    }
}
