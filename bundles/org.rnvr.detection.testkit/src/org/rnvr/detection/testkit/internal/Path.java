package org.rnvr.detection.testkit.internal;

/** What happens to what a camera sends on its way, machine of the recorder included. Keeps the order. */
public abstract class Path {

    final Dice dice;

    private final Delay delay;
    private long arrival;
    private long heldSince;
    private long pathBack;

    Path(Dice dice) {
        this.dice = dice;
        delay = new Delay(dice.fork());
    }

    /**
     * Takes a frame or packet.
     *
     * @param sent when it was sent; never goes back
     * @return whether it arrives
     */
    public abstract boolean carry(long sent);

    /** When the last one that arrived did. */
    public final long arrival() {
        return arrival;
    }

    /** As {@link org.rnvr.detection.testkit.Trace#heldSinceNanos()}. */
    public final long heldSince() {
        return heldSince;
    }

    /** As {@link org.rnvr.detection.testkit.Trace#pathBackNanos()}. */
    public final long pathBack() {
        return pathBack;
    }

    final long delayed(long sent) {
        return sent + delay.next(sent);
    }

    final void arrive(long at) {
        arrival = Math.max(arrival, at);
        heldSince = arrival;
        pathBack = arrival;
    }

    final void arriveHeld(long since, long back, long at) {
        arrival = Math.max(arrival, at);
        heldSince = Math.min(since, arrival);
        pathBack = Math.max(heldSince, Math.min(back, arrival));
    }
}
