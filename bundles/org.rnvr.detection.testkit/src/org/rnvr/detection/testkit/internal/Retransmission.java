package org.rnvr.detection.testkit.internal;

/**
 * When TCP sends a lost segment again: 0.2, 0.6, 1.4, 3.0, 6.2, 12.6, ... s after the first time. The wait doubles with each
 * (RFC 6298 section 5.5), from Linux's least of 200 ms up to its most of 120 s.
 */
public final class Retransmission {

    private static final long FIRST = Nanos.ofMillis(200);
    private static final long LONGEST_WAIT = Nanos.ofSeconds(120);

    private Retransmission() {}

    /**
     * Time from the loss to one of the retransmissions.
     *
     * @param number 1 for the first
     */
    public static long wait(int number) {
        long wait = FIRST;
        long sum = 0;
        for (int i = 0; i < number; i++) {
            sum += wait;
            wait = Math.min(LONGEST_WAIT, 2 * wait);
        }
        return sum;
    }

    /** When a segment lost at a time is sent for the first time after the path is back. */
    public static long after(long lost, long pathBack) {
        int number = 1;
        while (lost + wait(number) < pathBack) {
            number++;
        }
        return lost + wait(number);
    }
}
