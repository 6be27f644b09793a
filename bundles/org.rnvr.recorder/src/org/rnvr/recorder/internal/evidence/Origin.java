package org.rnvr.recorder.internal.evidence;

import java.util.Objects;

/**
 * Who exports.
 *
 * @param version version of RNVR
 * @param host name of this machine
 */
public record Origin(String version, String host) {
    public Origin {
        Objects.requireNonNull(version);
        Objects.requireNonNull(host);
    }
}
