package org.rnvr.update.p2.internal;

import java.util.Set;

/**
 * A bundle of the running framework.
 *
 * @param id what it is
 * @param uses the bundles it is wired to at present, hosts of fragments among them
 * @param lacking packages that it would use and does not find, which is no error
 */
record RunningBundle(BundleId id, Set<BundleId> uses, Set<String> lacking) {
    RunningBundle {
        uses = Set.copyOf(uses);
        lacking = Set.copyOf(lacking);
    }
}
