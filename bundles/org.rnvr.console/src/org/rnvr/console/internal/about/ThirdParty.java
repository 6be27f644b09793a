package org.rnvr.console.internal.about;

import java.util.List;
import java.util.Objects;

/**
 * A bundle in the product that others made.
 *
 * @param bundle its symbolic name
 * @param licences names of its licences' texts, at least one
 * @param sources address of its sources
 */
record ThirdParty(String bundle, List<String> licences, String sources) {
    ThirdParty {
        Objects.requireNonNull(bundle);
        licences = List.copyOf(licences);
        Objects.requireNonNull(sources);
    }
}
