package org.rnvr.update;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A feature that is installed, or a bundle that somebody dropped in.
 *
 * @param id its id; the symbolic name of a bundle
 * @param name its name for people, in their language where it has one
 * @param version its version
 * @param provider who provides it, by its own words; empty when it does not say
 * @param signer whose signature was verified when it was installed; empty when it was not signed
 * @param strategies names of the detection strategies that act at present and are brought by it, sorted
 * @param active whether all its parts run; otherwise they do after a restart, or when what they lack is there
 * @param own whether it is a part of RNVR itself, which cannot be removed
 * @param droppedIn the jar in a drop-in folder that it is, which is removed by deleting that file; empty for a feature
 */
public record InstalledFeature(
        String id,
        String name,
        String version,
        String provider,
        Optional<SigningKey> signer,
        List<String> strategies,
        boolean active,
        boolean own,
        Optional<Path> droppedIn) {
    public InstalledFeature {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(signer);
        strategies = List.copyOf(strategies);
        Objects.requireNonNull(droppedIn);
    }
}
