package org.rnvr.lab;

import java.time.Duration;

/**
 * How late the product may be in a test: generous, since a busy machine must not fail it. What it should reach is a
 * {@link Goal}.
 */
final class Bounds {

    /** From an outage's begin to the first suspicion. */
    static final Duration NOTICED = Duration.ofSeconds(2);

    /** From an outage's begin to the verdict. */
    static final Duration VERDICT = Duration.ofSeconds(4);

    /** From restoration to the first media. */
    static final Duration BACK = Duration.ofSeconds(10);

    private Bounds() {}
}
