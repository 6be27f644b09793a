package org.rnvr.detection.testkit.internal;

/** Restarts now and then and comes back with other parameters. */
public final class RebootingCamera extends Camera {

    private static final int[] RATES = {15, 20, 25, 30};

    private long interval = Nanos.ofMillis(40);
    private long sent;
    private long startedAt;
    private long rebootAt;

    /** Beginning at 25 frames a second. */
    public RebootingCamera(Dice dice) {
        super(dice, 50);
        rebootAt = untilReboot();
    }

    @Override
    public void next() {
        long before = sent;
        sent += interval;
        if (sent < rebootAt) {
            frame(sent, sent - startedAt);
            return;
        }
        int rate = RATES[dice.below(RATES.length)];
        interval = 1_000_000_000L / rate;
        sent = before + Nanos.ofSeconds(dice.between(20, 60));
        startedAt = sent;
        rebootAt = sent + untilReboot();
        frame(sent, 0);
        cameBackAfter(sent - before, rate * (1 + dice.below(4)));
    }

    private long untilReboot() {
        return Nanos.ofSeconds(dice.between(600, 3600));
    }
}
