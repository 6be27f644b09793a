package org.rnvr.detection.testkit.internal;

/** 25 frames a second by a clock that is set now and then. */
public final class JumpingClockCamera extends Camera {

    private static final long INTERVAL = Nanos.ofMillis(40);

    private long sent;
    private long offset;
    private long jumpAt;

    /** With a clock that is right for the first minute. */
    public JumpingClockCamera(Dice dice) {
        super(dice, 50);
        jumpAt = untilJump();
    }

    @Override
    public void next() {
        sent += INTERVAL;
        if (sent >= jumpAt) {
            jumpAt = sent + untilJump();
            long jump = Nanos.ofSeconds(dice.logBetween(0.1, 3600));
            offset += dice.chance(0.5) ? jump : -jump;
        }
        frame(sent, sent + offset);
    }

    private long untilJump() {
        return Nanos.ofSeconds(dice.between(60, 600));
    }
}
