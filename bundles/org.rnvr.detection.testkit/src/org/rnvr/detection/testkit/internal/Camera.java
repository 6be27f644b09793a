package org.rnvr.detection.testkit.internal;

/** What a camera sends and when: a cursor over its video frames, without end. */
public abstract class Camera {

    private static final int KEY_BYTES = 60_000;
    private static final int OTHER_BYTES = 6_000;

    final Dice dice;

    private int keyDistance;
    private int sinceKey;
    private long sent;
    private long presentation;
    private long gone;
    private boolean key;
    private int bytes;

    Camera(Dice dice, int keyDistance) {
        this.dice = dice;
        this.keyDistance = keyDistance;
        sinceKey = dice.below(keyDistance);
    }

    /** Moves to the next frame. */
    public abstract void next();

    /** When it leaves the camera, by the recorder's clock. */
    public final long sent() {
        return sent;
    }

    /** Its time by the camera's clock. */
    public final long presentation() {
        return presentation;
    }

    /** How long the camera was gone before. */
    public final long gone() {
        return gone;
    }

    /** Whether it can be decoded alone. */
    public final boolean key() {
        return key;
    }

    /** Its size. */
    public final int bytes() {
        return bytes;
    }

    final void frame(long sentNanos, long presentationNanos) {
        sent = sentNanos;
        presentation = presentationNanos;
        gone = 0;
        sinceKey++;
        key = sinceKey >= keyDistance;
        if (key) {
            sinceKey = 0;
        }
        int typical = key ? KEY_BYTES : OTHER_BYTES;
        bytes = typical / 2 + dice.below(typical);
    }

    final void cameBackAfter(long nanos, int newKeyDistance) {
        gone = nanos;
        keyDistance = newKeyDistance;
        sinceKey = 0;
        key = true;
    }

    final boolean nextIsKey() {
        return sinceKey + 1 >= keyDistance;
    }
}
