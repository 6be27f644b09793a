package org.rnvr.update.p2.internal;

import java.util.Optional;
import java.util.Set;

/**
 * A bundle that shall run and does not.
 *
 * @param id what it is
 * @param host the bundle that it is a fragment of
 * @param exports the packages it offers
 */
record NewBundle(BundleId id, Optional<String> host, Set<String> exports) {
    NewBundle {
        exports = Set.copyOf(exports);
    }
}
