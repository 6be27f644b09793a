package org.rnvr.monitor.internal.connection;

import org.rnvr.config.StandbySession;

/**
 * What was learnt of the sessions that a camera has room for. Being refused for want of room tells at once; a first session
 * that dies while a second is set up, or a connection that is closed then, can have other causes and must happen twice.
 *
 * @param strikes signs that there is room for one session only, since two were last seen side by side
 */
record Room(int strikes) {

    /** Nothing is known. */
    static final Room UNKNOWN = new Room(0);

    private static final int ENOUGH = 2;

    Room refused() {
        return new Room(ENOUGH);
    }

    Room doubtful() {
        return new Room(Math.min(ENOUGH, strikes + 1));
    }

    /** Two sessions were open side by side. */
    Room forTwo() {
        return UNKNOWN;
    }

    /** Whether a session may be opened beside another. */
    boolean beside(StandbySession standby) {
        return switch (standby) {
            case AUTO -> strikes < ENOUGH;
            case BESIDE -> true;
            case INSTEAD -> false;
        };
    }
}
