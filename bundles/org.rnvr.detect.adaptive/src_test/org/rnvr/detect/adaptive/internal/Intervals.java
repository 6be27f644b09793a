package org.rnvr.detect.adaptive.internal;

import java.util.Random;
import java.util.function.DoubleSupplier;

/** Intervals between frames, in milliseconds. */
final class Intervals {

    private Intervals() {}

    /** Of a camera on a clean link before a busy machine: p99.9 is about 100 ms above the interval. */
    static DoubleSupplier steady(Random random, double interval) {
        return () -> {
            double kind = random.nextDouble();
            if (kind < 0.99) {
                return Math.max(1, interval + 3 * random.nextGaussian());
            }
            return interval + (kind < 0.999 ? exponential(random, 12) : 40 + exponential(random, 14));
        };
    }

    /** Interrupted so often an hour by pauses, after which what they held back comes at once. */
    static DoubleSupplier paused(Random random, double interval, double perHour, DoubleSupplier pauses) {
        DoubleSupplier steady = steady(random, interval);
        double[] owed = {0};
        return () -> {
            if (owed[0] > interval) {
                owed[0] -= interval;
                return 0.1;
            }
            owed[0] = 0;
            if (random.nextDouble() < perHour * interval / 3_600_000) {
                owed[0] = pauses.getAsDouble();
                return Math.max(interval, owed[0]);
            }
            return steady.getAsDouble();
        };
    }

    /** Retransmission timeouts of TCP: each lost retransmission doubles the wait (RFC 6298). */
    static DoubleSupplier retransmissions(Random random) {
        return () -> {
            double kind = random.nextDouble();
            double wait = kind < 0.8 ? 200 : kind < 0.95 ? 600 : 1400;
            return wait + 40 + exponential(random, 30);
        };
    }

    /** A heavy tail. */
    static DoubleSupplier pareto(Random random, double least, double index) {
        return () -> least * Math.pow(1 - random.nextDouble(), -1 / index);
    }

    /** Frames in bursts. */
    static DoubleSupplier bursts(Random random, int frames, double interval) {
        int[] frame = {0};
        return () -> ++frame[0] % frames == 0 ? interval + 5 * random.nextGaussian() : 0.2;
    }

    static double exponential(Random random, double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
