package org.rnvr.update;

import java.util.Objects;

/**
 * A newer version of an installed feature.
 *
 * @param feature its id
 * @param name its name for people
 * @param from the installed version
 * @param to the newer version
 * @param bytes how much is to be downloaded for it and for what it needs; what several updates need is counted for each
 * @param needsRestart whether it is a part of RNVR itself, which is updated with a restart
 */
public record AvailableUpdate(String feature, String name, String from, String to, long bytes, boolean needsRestart) {
    public AvailableUpdate {
        Objects.requireNonNull(feature);
        Objects.requireNonNull(name);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
