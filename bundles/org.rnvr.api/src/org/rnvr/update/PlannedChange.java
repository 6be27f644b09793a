package org.rnvr.update;

import java.util.Objects;

/**
 * What a change would make different.
 *
 * @param change what would change, and whether it would need a restart
 * @param bytes how much is to be downloaded for it
 */
public record PlannedChange(InstallationChange change, long bytes) {
    public PlannedChange {
        Objects.requireNonNull(change);
    }
}
