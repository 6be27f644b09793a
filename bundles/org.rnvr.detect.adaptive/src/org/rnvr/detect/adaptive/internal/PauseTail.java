package org.rnvr.detect.adaptive.internal;

import java.util.Arrays;

/**
 * The long pauses of a camera in a sliding window, and what follows from them: the threshold that keeps a {@link Promise},
 * and how unlikely a pause of some length is.
 * <p>
 * The distribution is the empirical one and not a normal one as in Hayashibara et al., "The φ Accrual Failure Detector"
 * (SRDS 2004), or in Chen, Toueg, Aguilera, "On the Quality of Service of Failure Detectors" (IEEE ToC 51(5), 2002), whose
 * rate of mistakes is what the promise bounds: pauses of networks have steps (retransmission timeouts) and heavy tails.
 * Beyond the data it goes on as a Pareto distribution with the index of Hill (Annals of Statistics 3(5), 1975).
 * <p>
 * Memory is constant: the window is made of generations that age out one at a time. Durations in nanoseconds.
 */
final class PauseTail {

    /** Four full generations and the one being filled: the window is never shorter than promised. */
    private static final int GENERATIONS = 5;

    /** The threshold lies this much above the pause that it is derived from. */
    private static final double MARGIN = 1.15;

    private static final long MARGIN_NANOS = 20_000_000;

    /** The part of what is promised that the margin aims at, since the window is only a sample. */
    private static final double AIM = 0.75;

    /** From less than this part of the window nothing is concluded for the rest. */
    private static final double SEEN_LEAST = 0.125;

    /** Pauses below this never matter to the threshold; they are of another kind, and the tail is not read from them. */
    private static final int NOTABLE = LogScale.bucket((long) ((TrackRhythm.LEAST - MARGIN_NANOS) / MARGIN));

    /** How many of the longest pauses the index of the tail is estimated from. */
    private static final int TAIL = 20;

    /** What is believed of the index before anything is known: variance just infinite; as if seen in so many pauses. */
    private static final double INDEX_PRIOR = 0.5;

    private static final double INDEX_PRIOR_WEIGHT = 4;

    private Promise promise;
    private final int[][] generations = new int[GENERATIONS][LogScale.BUCKETS];
    private final long[] learned = new long[GENERATIONS];
    private final int[] window = new int[LogScale.BUCKETS];
    private int current;
    private long age;
    private long seen;
    private long pauses;
    private int rankBucket = -1;
    private long threshold;

    PauseTail(Promise promise) {
        this.promise = promise;
    }

    /** What is promised from now on. */
    void keep(Promise other) {
        promise = other;
        derive();
    }

    /** Time passed in which pauses were learned. */
    void pass(long nanos) {
        age += nanos;
        seen += nanos;
        if (age >= promise.window() / (GENERATIONS - 1)) {
            age = 0;
            forgetOldest();
        }
    }

    /** So many pauses of this length came. */
    void learn(long pause, int times) {
        learned[current] += times;
        pauses += times;
        int bucket = LogScale.bucket(pause);
        if (bucket < 0) {
            return;
        }
        generations[current][bucket] += times;
        window[bucket] += times;
        if (bucket > rankBucket) {
            derive();
        }
    }

    /** The silence that pauses exceed as often as promised; 0 if so many of them were not seen. */
    long threshold() {
        return threshold;
    }

    /**
     * Suspicion of a silence, φ: the negative decimal logarithm of the probability that a pause gets longer. It never falls
     * when the silence grows, and beyond the data it rises without end.
     */
    double suspicion(long silence) {
        Tail tail = tail(0);
        double longer = 1.0 + tail.pauses;
        double beyond = 0;
        if (silence > tail.from) {
            beyond = Math.log10((double) silence / tail.from) / tail.index;
        } else {
            longer = 1.0 + countFrom(LogScale.bucket(silence) + 1);
        }
        return Math.max(0, Math.log10((pauses + 1) / longer) + beyond);
    }

    private void forgetOldest() {
        current = (current + 1) % GENERATIONS;
        int[] oldest = generations[current];
        for (int i = 0; i < LogScale.BUCKETS; i++) {
            window[i] -= oldest[i];
        }
        Arrays.fill(oldest, 0);
        pauses -= learned[current];
        learned[current] = 0;
        derive();
    }

    /**
     * The pause of the promised rank, with a margin. Where the tail is heavy, or less is promised than the window can show,
     * the margin is that of Weissman's estimator of a far quantile (JASA 73, 1978). As many long pauses as the whole window
     * may have, in a part of it, mean that longer ones are to be expected in the rest.
     */
    private void derive() {
        int rank = promise.rank();
        int bucket = LogScale.BUCKETS - 1;
        int longer = window[bucket];
        while (longer < rank && bucket > 0) {
            bucket--;
            longer += window[bucket];
        }
        if (longer < rank) {
            rankBucket = -1;
            threshold = 0;
            return;
        }
        rankBucket = bucket;
        threshold = (long) (LogScale.lower(bucket + 1) * margin(bucket)) + MARGIN_NANOS;
    }

    private double margin(int bucket) {
        if (bucket < NOTABLE) {
            return MARGIN;
        }
        double part = Math.max(SEEN_LEAST, Math.min(1, (double) seen / promise.window()));
        return Math.max(MARGIN, Math.pow(promise.rank() / (AIM * promise.allowed() * part), tail(NOTABLE).index));
    }

    /** The tail as far as it lies in this bucket and above. */
    private Tail tail(int least) {
        int count = 0;
        int lowest = least;
        for (int i = LogScale.BUCKETS - 1; count < TAIL && i >= least; i--) {
            if (window[i] > 0) {
                count += window[i];
                lowest = i;
            }
        }
        long from = LogScale.lower(lowest);
        double logarithms = INDEX_PRIOR * INDEX_PRIOR_WEIGHT;
        for (int i = lowest + 1; i < LogScale.BUCKETS; i++) {
            if (window[i] > 0) {
                logarithms += window[i] * Math.log((double) LogScale.lower(i) / from);
            }
        }
        return new Tail(from, count, logarithms / (count + INDEX_PRIOR_WEIGHT));
    }

    private long countFrom(int bucket) {
        long count = 0;
        for (int i = bucket; i < LogScale.BUCKETS; i++) {
            count += window[i];
        }
        return count;
    }

    /**
     * The end of the distribution.
     *
     * @param from where it begins
     * @param pauses how many pauses lie in it
     * @param index of the Pareto distribution it is taken for
     */
    private record Tail(long from, int pauses, double index) {}
}
