package org.rnvr.detect.buffering.internal;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.BufferLevel;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;

/**
 * Warns when the buffers between camera and picture have been nearly empty for a while. A pipeline that reports their level
 * is believed from its first report on; else the level is what {@link MediaLag} leaves of {@link Buffers}. An empty buffer
 * is no reason to reconnect, so nothing more than a warning comes of it.
 */
final class BufferingDetector implements Detector {

    private final Buffers buffers;
    private final LowLevel low;
    private final MediaLag lag = new MediaLag();
    private OptionalInt reported = OptionalInt.empty();

    BufferingDetector(Buffers buffers, LowLevel low) {
        this.buffers = Objects.requireNonNull(buffers);
        this.low = Objects.requireNonNull(low);
    }

    @Override
    public Assessment observe(Observation observation) {
        long now = observation.nanos();
        if (observation instanceof BufferLevel level) {
            reported = OptionalInt.of(level.percent());
        } else if (observation instanceof MediaArrived media && media.track() == Track.VIDEO) {
            lag.arrived(media);
        }
        OptionalLong behind = reported.isPresent() ? OptionalLong.empty() : lag.at(now);
        OptionalDouble percent = percent(behind);
        return percent.isPresent() ? assess(percent.getAsDouble(), behind, now) : Assessment.HEALTHY;
    }

    private OptionalDouble percent(OptionalLong behind) {
        if (reported.isPresent()) {
            return OptionalDouble.of(Math.max(0, Math.min(100, reported.getAsInt())));
        }
        return behind.isPresent()
                ? OptionalDouble.of(buffers.percent(behind.getAsLong(), lag.bytesPerNano()))
                : OptionalDouble.empty();
    }

    private Assessment assess(double percent, OptionalLong behind, long now) {
        boolean warning = low.isWarning(percent, now);
        double emptiness = 1 - percent / 100;
        return warning
                ? new Assessment(Grade.WARNING, emptiness, reason(percent, behind, now), Set.of())
                : new Assessment(Grade.HEALTHY, emptiness, "", Set.of());
    }

    private String reason(double percent, OptionalLong behind, long now) {
        long lowFor = low.lowFor(now);
        return String.format(Locale.ROOT, "The buffer is at %.0f %%", Math.floor(percent))
                + (lowFor > 0
                        ? String.format(Locale.ROOT, ", below the limit of %d %% for %.1f s", low.limit(), lowFor / 1e9)
                        : String.format(Locale.ROOT, " and was below the limit of %d %%", low.limit()))
                + (behind.isPresent()
                        ? String.format(Locale.ROOT, ": video is %.2f s behind.", behind.getAsLong() / 1e9)
                        : ".");
    }
}
