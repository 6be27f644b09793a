package org.rnvr.monitor.internal.connection;

import java.util.Objects;
import java.util.OptionalLong;
import org.rnvr.monitor.ConnectionState;

/**
 * Where the pursuit of a session stands. An attempt is either a while of looking in vain or a session that was asked for.
 *
 * @param attempt number of the attempt under way or waited for; 1 for the first after a start or a loss
 * @param level how often the wait after a failed session was doubled; survives sessions that did not hold, unlike
 *     {@code attempt}
 * @param sinceNanos when the camera was first wanted or last seen
 * @param afterLoss whether it was seen
 * @param offline whether as many attempts failed as are allowed for
 * @param sessionBefore whether the attempt before got as far as a session
 * @param alarmed whether the operator was told
 * @param trouble why the camera is not streaming
 */
record Retry(
        int attempt,
        int level,
        long sinceNanos,
        boolean afterLoss,
        boolean offline,
        boolean sessionBefore,
        boolean alarmed,
        Trouble trouble) {

    Retry {
        Objects.requireNonNull(trouble);
    }

    /** The first attempt of a camera that was not wanted before. */
    static Retry first(long nowNanos) {
        return new Retry(1, 0, nowNanos, false, false, true, false, Trouble.NONE);
    }

    /** The first attempt after silence began. */
    static Retry afterSilence(int level, long lastVideoNanos, Trouble trouble) {
        return new Retry(1, level, lastVideoNanos, true, false, true, false, trouble);
    }

    /** The next attempt after this one failed. */
    Retry next(boolean gotSession, boolean nowOffline, Trouble why) {
        int nextLevel = gotSession ? level + 1 : level;
        return new Retry(attempt + 1, nextLevel, sinceNanos, afterLoss, nowOffline, gotSession, alarmed, why);
    }

    /** The first attempt of a pursuit that is taken up again for the same silence. */
    Retry again() {
        return new Retry(1, 0, sinceNanos, afterLoss, false, true, alarmed, trouble);
    }

    Retry with(Trouble why) {
        return new Retry(attempt, level, sinceNanos, afterLoss, offline, sessionBefore, alarmed, why);
    }

    Retry toldOperator() {
        return new Retry(attempt, level, sinceNanos, afterLoss, offline, sessionBefore, true, trouble);
    }

    /** Arrival of the last video before, if there was any. */
    OptionalLong outageStart() {
        return afterLoss ? OptionalLong.of(sinceNanos) : OptionalLong.empty();
    }

    /** The state it shows as. */
    ConnectionState state() {
        if (offline) {
            return ConnectionState.OFFLINE;
        }
        if (attempt > 1) {
            return ConnectionState.RECONNECTING;
        }
        return afterLoss ? ConnectionState.LOST : ConnectionState.CONNECTING;
    }
}
