package org.rnvr.detection.testkit.internal;

/**
 * How much later than it could a busy machine takes in what arrives: a table of quantiles, since these are drawn hundreds of
 * millions of times in a simulated year. The load, which scales them, changes every minute.
 */
final class Delay {

    private static final double[] SHARE = {0, 0.90, 0.97, 0.988, 0.9985, 0.9998, 1};
    private static final double[] MILLIS = {0.1, 1.5, 4, 18, 50, 95, 177};
    private static final double LIGHT = 0.3;
    private static final long LOAD_LASTS = Nanos.ofSeconds(60);

    private final Dice dice;
    private double load;
    private long loadUntil;

    Delay(Dice dice) {
        this.dice = dice;
    }

    long next(long now) {
        if (now >= loadUntil) {
            load = dice.between(LIGHT, 1);
            loadUntil = now + LOAD_LASTS;
        }
        double share = dice.unit();
        int i = 1;
        while (share > SHARE[i]) {
            i++;
        }
        double within = (share - SHARE[i - 1]) / (SHARE[i] - SHARE[i - 1]);
        return Nanos.ofMillis(load * (MILLIS[i - 1] + within * (MILLIS[i] - MILLIS[i - 1])));
    }
}
