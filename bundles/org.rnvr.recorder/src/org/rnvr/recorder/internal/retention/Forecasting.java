package org.rnvr.recorder.internal.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rnvr.recording.Footage;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.Segment;

/** How long a recording volume lasts, by what was recorded lately. Pure arithmetic. */
public final class Forecasting {

    /** What is recorded in a day repeats itself, calendars and nights included. */
    public static final Duration LATELY = Duration.ofDays(1);

    /** Less than this tells nothing about a rate. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MOST_SECONDS = Duration.ofDays(36_500).toSeconds();

    private Forecasting() {}

    /**
     * The forecast.
     *
     * @param now when
     * @param footage all that is recorded, camera by camera
     * @param lately segments of all cameras that touch the time from {@code now - LATELY} on
     * @param freeBytes free space of the volume
     * @param keptFreeBytes how much of it recordings are deleted to keep free
     */
    public static Forecast of(
            Instant now, List<Footage> footage, List<Segment> lately, long freeBytes, long keptFreeBytes) {
        Instant dayAgo = now.minus(LATELY);
        List<Rate> rates = new ArrayList<>();
        for (Footage camera : footage) {
            Instant from = camera.first().isAfter(dayAgo) ? camera.first() : dayAgo;
            double seconds = seconds(from, now);
            double bytes = lately.stream()
                    .filter(segment -> segment.cameraId().equals(camera.cameraId()))
                    .mapToDouble(segment -> bytesWithin(segment, from, now))
                    .sum();
            rates.add(new Rate(camera, seconds < SHORTEST.toSeconds() ? 0 : bytes / seconds));
        }
        double rate = rates.stream().mapToDouble(Rate::bytesPerSecond).sum();
        long recorded = footage.stream().mapToLong(Footage::bytes).sum();
        Optional<Duration> keeps = lasts(recorded + Math.max(0, freeBytes - keptFreeBytes), rate);
        // the oldest goes first, whosever it is: so all cameras that record keep the same time
        List<Forecast.Camera> cameras = rates.stream()
                .sorted(Comparator.comparing(each -> each.camera().cameraId()))
                .map(each -> new Forecast.Camera(
                        each.camera().cameraId(),
                        each.bytesPerSecond(),
                        each.camera().bytes(),
                        each.bytesPerSecond() > 0 ? keeps : Optional.empty()))
                .toList();
        return new Forecast(now, rate, keeps, lasts(freeBytes, rate).map(now::plus), cameras);
    }

    private record Rate(Footage camera, double bytesPerSecond) {}

    private static Optional<Duration> lasts(long bytes, double bytesPerSecond) {
        return bytesPerSecond > 0
                ? Optional.of(Duration.ofSeconds((long) Math.min(bytes / bytesPerSecond, MOST_SECONDS)))
                : Optional.empty();
    }

    /** A segment that began before counts by its share. */
    private static double bytesWithin(Segment segment, Instant from, Instant to) {
        Instant start = segment.start().isBefore(from) ? from : segment.start();
        Instant end = segment.end().isAfter(to) ? to : segment.end();
        double whole = seconds(segment.start(), segment.end());
        double part = seconds(start, end);
        if (whole <= 0) {
            return start.isAfter(to) || segment.start().isBefore(from) ? 0 : segment.bytes();
        }
        return part <= 0 ? 0 : segment.bytes() * part / whole;
    }

    private static double seconds(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.getSeconds() + time.getNano() / NANOS_PER_SECOND;
    }
}
