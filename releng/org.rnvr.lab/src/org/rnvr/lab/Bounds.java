package org.rnvr.lab;

import java.time.Duration;

/**
 * How late the product may be in a test: generous, since a busy machine must not fail it. What it should reach is a
 * {@link Goal}.
 *
 * @param noticed from an outage's begin to the first suspicion
 * @param verdict from an outage's begin to the verdict
 * @param back from restoration to the first media
 * @param noticesPausedMedia whether media that stop while the camera goes on answering are noticed at all
 */
record Bounds(Duration noticed, Duration verdict, Duration back, boolean noticesPausedMedia) {

    /** With all strategies. */
    static final Bounds FULL = new Bounds(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(10), true);

    /** With the keep-alive alone, which asks every 5 s, waits as long, and takes an answering camera for a healthy one. */
    static final Bounds KEEPALIVE_ALONE =
            new Bounds(Duration.ofSeconds(8), Duration.ofSeconds(13), Duration.ofSeconds(20), false);

    /** Those that hold for what is installed. */
    static final Bounds IN_FORCE = KEEPALIVE_ALONE;
}
