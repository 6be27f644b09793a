package org.rnvr.detection.testkit;

import java.util.Arrays;
import java.util.Locale;
import org.rnvr.detection.Observation.Track;

/** The intervals between the video arrivals of a stretch of a trace, and what else is to be counted. */
final class Sample {

    private final double[] millis;
    private final long frames;
    private final long keyFrames;
    private final long audio;
    private final double seconds;

    private Sample(double[] millis, long frames, long keyFrames, long audio, double seconds) {
        this.millis = millis;
        this.frames = frames;
        this.keyFrames = keyFrames;
        this.audio = audio;
        this.seconds = seconds;
    }

    static Sample of(TraceSource source, long seed, int seconds) {
        Trace trace = source.open(seed);
        double[] gaps = new double[seconds * 80 + 1];
        int count = 0;
        long frames = 0;
        long keys = 0;
        long audio = 0;
        long before = -1;
        while (trace.next() && trace.arrivalNanos() < seconds * 1_000_000_000L) {
            if (trace.track() == Track.AUDIO) {
                audio++;
                continue;
            }
            if (before >= 0) {
                gaps[count++] = (trace.arrivalNanos() - before) / 1e6;
            }
            before = trace.arrivalNanos();
            frames++;
            keys += trace.keyFrame() ? 1 : 0;
        }
        double[] sorted = Arrays.copyOf(gaps, count);
        Arrays.sort(sorted);
        return new Sample(sorted, frames, keys, audio, seconds);
    }

    double quantile(double share) {
        return millis[(int) Math.min(millis.length - 1, Math.floor(share * millis.length))];
    }

    double most() {
        return millis[millis.length - 1];
    }

    double rate() {
        return frames / seconds;
    }

    double audioRate() {
        return audio / seconds;
    }

    double framesToKeyFrame() {
        return (double) frames / keyFrames;
    }

    /** How many intervals were longer than the one and no longer than the other, in milliseconds. */
    long between(double more, double most) {
        return Arrays.stream(millis).filter(gap -> gap > more && gap <= most).count();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "rate %.2f p50 %.1f p90 %.1f p99 %.1f p99.9 %.1f max %.1f",
                rate(),
                quantile(0.5),
                quantile(0.9),
                quantile(0.99),
                quantile(0.999),
                most());
    }
}
