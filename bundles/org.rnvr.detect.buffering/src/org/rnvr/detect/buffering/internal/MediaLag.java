package org.rnvr.detect.buffering.internal;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.rnvr.detection.Observation.MediaArrived;

/**
 * How far the newest media of a track are behind where they should be.
 * <p>
 * Arrival minus presentation time is the time on the way but for an unknown constant, and congestion makes it grow. As in
 * LEDBAT (RFC 6817 section 3.1.1) the constant is taken out by the least of the last ten minutes.
 */
final class MediaLag {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int BASE_MINUTES = 10;

    /**
     * What a camera's clock may run slow against this machine's, as one part in so many: the 500 ppm at which systems
     * adjust their clocks at most. The base rises by as much, or ten minutes of that would look like 0.3 s of congestion.
     */
    private static final long SLOW_CLOCK = 2_000;

    /** No path delays by so much more from one frame to the next: the camera's clock was set. */
    private static final long CLOCK_SET = Duration.ofSeconds(10).toNanos();

    /** No encoder reorders frames over so long a time: the camera's clock was set back. */
    private static final long CLOCK_SET_BACK = Duration.ofSeconds(1).toNanos();

    private final RecentLeast base = new RecentLeast(MINUTE, BASE_MINUTES);
    private Pace pace = new Pace();

    private boolean begun;
    private long firstArrival;
    private long lastArrival;
    private long newestPresentation;
    private long newestTransit;
    private long framesNotPaced;
    private long bytesNotPaced;
    private long lag;

    /** Media of the track arrived. */
    void arrived(MediaArrived media) {
        long presentation = media.lastPresentationNanos();
        if (!begun) {
            begun = true;
            firstArrival = media.lastArrivalNanos();
            restart(media);
            return;
        }
        lastArrival = media.lastArrivalNanos();
        long transit = transit(media);
        if (Math.abs(transit - newestTransit) > CLOCK_SET || newestPresentation - presentation > CLOCK_SET_BACK) {
            restart(media);
            return;
        }
        framesNotPaced += media.frames();
        bytesNotPaced += media.bytes();
        // A frame that others refer to comes before those shown earlier, which say nothing of the newest.
        if (presentation > newestPresentation) {
            pace.filmed(framesNotPaced, bytesNotPaced, presentation - newestPresentation);
            framesNotPaced = 0;
            bytesNotPaced = 0;
            newest(presentation, transit);
        }
    }

    /** How far behind the newest media are now; empty before the first. */
    OptionalLong at(long now) {
        if (!begun) {
            return OptionalLong.empty();
        }
        OptionalLong interval = pace.interval();
        long overdue = interval.isPresent() ? Math.max(0, now - lastArrival - interval.getAsLong()) : 0;
        return OptionalLong.of(lag + overdue);
    }

    /** Encoded bytes of the stream per nanosecond, if known. */
    OptionalDouble bytesPerNano() {
        return pace.bytesPerNano();
    }

    private void restart(MediaArrived media) {
        base.clear();
        pace = new Pace();
        framesNotPaced = 0;
        bytesNotPaced = 0;
        lastArrival = media.lastArrivalNanos();
        newest(media.lastPresentationNanos(), transit(media));
    }

    private void newest(long presentation, long transit) {
        newestPresentation = presentation;
        newestTransit = transit;
        lag = transit - base.with(transit, lastArrival);
    }

    private long transit(MediaArrived media) {
        long arrival = media.lastArrivalNanos() - firstArrival;
        return arrival - arrival / SLOW_CLOCK - media.lastPresentationNanos();
    }
}
