package org.rnvr.detection.testkit.internal;

/** Loses nothing and holds nothing back but for the machine's own delays. */
public final class WiredPath extends Path {

    /** A wire. */
    public WiredPath(Dice dice) {
        super(dice);
    }

    @Override
    public boolean carry(long sent) {
        arrive(delayed(sent));
        return true;
    }
}
