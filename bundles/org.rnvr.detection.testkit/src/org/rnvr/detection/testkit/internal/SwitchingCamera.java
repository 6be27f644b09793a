package org.rnvr.detection.testkit.internal;

/** 25 frames a second, then 5 or 1, and again. */
public final class SwitchingCamera extends Camera {

    private boolean day;
    private long interval;
    private long switchAt;
    private long sent;

    /** Beginning by day. */
    public SwitchingCamera(Dice dice) {
        super(dice, 50);
    }

    @Override
    public void next() {
        if (sent >= switchAt) {
            day = !day;
            interval = day ? Nanos.ofMillis(40) : dice.chance(0.25) ? Nanos.ofSeconds(1) : Nanos.ofMillis(200);
            switchAt = sent + Nanos.ofSeconds(dice.between(120, 600));
        }
        sent += interval;
        frame(sent, sent);
    }
}
