package org.rnvr.console.internal.live;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

/**
 * Notices that the picture in a window stands still although frames arrive: the decoder gives none, or the second stream, which
 * a small picture is of, sends none.
 */
final class Standstill {

    /** A picture that is so much older than the newest frame is not live, of whatever camera. */
    static final long LEAST_NANOS = 1_000_000_000;

    /** A slow stream has so many times its usual time between two frames. */
    static final int INTERVALS = 3;

    private Standstill() {}

    /**
     * When the last picture came, if it stands still.
     *
     * @param video what arrived of the camera; at least one frame
     * @param pictures when pictures came to the window
     */
    static Optional<Long> since(Vitals.Track video, Arrivals pictures) {
        if (pictures.count() == 0) {
            return Optional.empty();
        }
        long last = pictures.nanos(pictures.count() - 1);
        // Of the second stream, which may be slower, only the pictures are known; of a picture that is the first, only
        // the frames.
        long interval = Math.max(usualInterval(video.recent()), usualInterval(pictures));
        long allowed = Math.max(LEAST_NANOS, INTERVALS * interval);
        return video.lastArrivalNanos() - last >= allowed ? Optional.of(last) : Optional.empty();
    }

    /** The middle one, which a former standstill among them does not change. */
    private static long usualInterval(Arrivals arrivals) {
        long[] intervals = IntStream.range(1, arrivals.count())
                .mapToLong(i -> arrivals.nanos(i) - arrivals.nanos(i - 1))
                .toArray();
        Arrays.sort(intervals);
        return intervals.length == 0 ? 0 : intervals[intervals.length / 2];
    }
}
