package org.rnvr.config;

import java.net.URI;
import java.util.List;

/**
 * Section {@code updates}.
 *
 * @param repositories addresses of the p2 repositories that are looked in
 * @param checkOnStart whether it is looked for updates at start
 * @param allowUnsigned whether artifacts without a signature may be installed
 */
public record UpdateSettings(List<URI> repositories, boolean checkOnStart, boolean allowUnsigned) {

    /** What holds where the configuration says nothing. */
    public static final UpdateSettings DEFAULT = new UpdateSettings(List.of(), true, false);

    public UpdateSettings {
        repositories = List.copyOf(repositories);
    }
}
