package org.rnvr.detection.testkit.internal;

/** A TCP connection over a path that loses single frames and, now and then, all frames of a moment. */
public final class LossyTcpPath extends Path {

    private static final double LOSS = 1 / 500.0;
    private static final double LOSS_AGAIN = 0.08;
    private static final double BETWEEN_BURSTS = 120;
    private static final double BURST = 0.4;
    private static final double LONGEST_BURST = 1.35;
    private static final int LAST_RETRANSMISSION = 3;

    private long burstBegin;
    private long burstEnd;
    private long held;
    private long back;

    /** A path that works at first. */
    public LossyTcpPath(Dice dice) {
        super(dice);
        planBurst();
    }

    @Override
    public boolean carry(long sent) {
        long due = delayed(sent);
        if (sent < held) {
            arriveHeld(sent, back, Math.max(due, held));
            return true;
        }
        while (sent >= burstEnd) {
            planBurst();
        }
        if (sent >= burstBegin) {
            held = Retransmission.after(sent, burstEnd);
            back = burstEnd;
        } else if (dice.chance(LOSS)) {
            int retransmission = 1;
            while (retransmission < LAST_RETRANSMISSION && dice.chance(LOSS_AGAIN)) {
                retransmission++;
            }
            held = sent + Retransmission.wait(retransmission);
            back = sent;
        } else {
            arrive(due);
            return true;
        }
        arriveHeld(sent, back, Math.max(due, held));
        return true;
    }

    private void planBurst() {
        burstBegin = burstEnd + Nanos.ofSeconds(dice.exponential(BETWEEN_BURSTS));
        burstEnd = burstBegin + Nanos.ofSeconds(Math.min(LONGEST_BURST, dice.exponential(BURST)));
    }
}
