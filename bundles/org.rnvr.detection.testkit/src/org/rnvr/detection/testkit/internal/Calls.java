package org.rnvr.detection.testkit.internal;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the beginnings and ends of calls of foreign code, made by one thread and looked at by another. */
final class Calls {

    private final AtomicLong number = new AtomicLong();

    /** A call begins. */
    void enter() {
        step();
    }

    /** The call ended. */
    void leave() {
        step();
    }

    /** Rises with each beginning and each end. */
    long number() {
        return number.get();
    }

    /** Whether that number was told during a call. */
    static boolean isInside(long number) {
        return number % 2 == 1;
    }

    private void step() {
        number.lazySet(number.getPlain() + 1);
    }
}
