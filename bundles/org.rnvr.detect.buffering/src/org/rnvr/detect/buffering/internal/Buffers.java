package org.rnvr.detect.buffering.internal;

import java.time.Duration;
import java.util.OptionalDouble;
import org.rnvr.config.StreamingSettings;

/**
 * What lies between camera and picture and bridges a delay.
 *
 * @param nanos the time that the jitter buffer holds
 * @param bytes what the receive buffer holds
 */
record Buffers(long nanos, int bytes) {

    /** Without a jitter buffer, frames still come up to this late on a busy machine and are none the worse for it. */
    private static final Duration LEAST = Duration.ofMillis(100);

    static Buffers of(StreamingSettings settings) {
        return new Buffers(Math.max(settings.latency().toNanos(), LEAST.toNanos()), settings.bufferSize());
    }

    /**
     * How full they are, from 0 to 100, when the newest media are late: the lower level of the two, that is, of the one that
     * bridges the shorter time.
     *
     * @param lag how late
     * @param bytesPerNano of the stream, if known
     */
    double percent(long lag, OptionalDouble bytesPerNano) {
        double bridged = nanos;
        if (bytesPerNano.isPresent()) {
            bridged = Math.min(bridged, bytes / bytesPerNano.getAsDouble());
        }
        return Math.max(0, Math.min(100, 100 * (1 - lag / bridged)));
    }
}
