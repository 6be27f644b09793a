package org.rnvr.update.p2.internal;

import java.util.Objects;

/**
 * A bundle.
 *
 * @param name its symbolic name
 * @param version its version
 */
record BundleId(String name, String version) {
    BundleId {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
    }
}
