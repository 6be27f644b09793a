package org.rnvr.host;

import java.time.Instant;
import java.util.Objects;

/**
 * Something has been above its limit for longer than a moment.
 *
 * @param gauge what
 * @param value how much at the latest measurement, in the unit of the gauge
 * @param limit how much is allowed, in the same unit
 * @param since when it rose above the limit
 */
public record Excess(Gauge gauge, double value, double limit, Instant since) {
    public Excess {
        Objects.requireNonNull(gauge);
        Objects.requireNonNull(since);
    }
}
