package org.rnvr.detection.testkit.internal;

/**
 * Random numbers that are the same from the same seed on every machine and Java: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", 2014) and strict mathematics. For one thread.
 */
public final class Dice {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    /** From a seed. */
    public Dice(long seed) {
        state = mix(seed + GOLDEN);
    }

    /** Dice whose numbers have nothing to do with the further ones of these. */
    public Dice fork() {
        return new Dice(next());
    }

    /** Any long. */
    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Evenly from 0 (inclusive) to 1 (exclusive). */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** Evenly between two numbers. */
    public double between(double least, double most) {
        return least + (most - least) * unit();
    }

    /** One of the first so many integers. */
    public int below(int count) {
        return (int) (unit() * count);
    }

    /** Whether something of this probability happens. */
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** Exponentially distributed. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** Lognormally distributed. */
    public double lognormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** Between two numbers, evenly in their logarithms. */
    public double logBetween(double least, double most) {
        return least * StrictMath.pow(most / least, unit());
    }

    private double gaussian() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - unit())) * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
