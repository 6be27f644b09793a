package org.rnvr.monitor.internal.connection;

import java.util.Objects;
import java.util.OptionalLong;
import org.rnvr.monitor.ConnectionState;

/**
 * Where the effort to get a camera stands.
 *
 * @param attempt number of the attempt under way or waited for; 1 for the first after a start or a loss
 * @param level how often the wait was doubled; survives sessions that did not hold, unlike {@code attempt}
 * @param outageStart arrival of the last video before the loss; empty if the camera did not stream since it was wanted
 * @param offline whether as many attempts failed as are allowed for
 * @param sessionBefore whether the attempt before got as far as a session
 * @param trouble why the camera is not streaming
 */
record Retry(
        int attempt, int level, OptionalLong outageStart, boolean offline, boolean sessionBefore, Trouble trouble) {

    /** The first attempt of a camera that was not wanted before. */
    static final Retry FIRST = new Retry(1, 0, OptionalLong.empty(), false, false, Trouble.NONE);

    Retry {
        Objects.requireNonNull(outageStart);
        Objects.requireNonNull(trouble);
    }

    /** The first attempt after a loss. */
    static Retry afterLoss(int level, OptionalLong outageStart, Trouble trouble) {
        return new Retry(1, level, outageStart, false, false, trouble);
    }

    /** The next attempt after this one failed. */
    Retry next(boolean gotSession, boolean nowOffline, Trouble why) {
        return new Retry(attempt + 1, level + 1, outageStart, nowOffline, gotSession, why);
    }

    /** The state it shows as. */
    ConnectionState state() {
        if (offline) {
            return ConnectionState.OFFLINE;
        }
        return attempt == 1 && outageStart.isEmpty() ? ConnectionState.CONNECTING : ConnectionState.RECONNECTING;
    }
}
