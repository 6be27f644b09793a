package org.rnvr.monitor.internal.connection;

import org.rnvr.event.RnvrEvent;

/** Something that a connection wants done, in the order given. */
public sealed interface Effect {

    /** Open a session, and say its number by {@link Input.SessionOpened} before any other input. */
    record OpenSession() implements Effect {}

    /**
     * Let a session feed recording and views.
     *
     * @param session its number
     */
    record Activate(long session) implements Effect {}

    /**
     * Close a session.
     *
     * @param session its number
     */
    record CloseSession(long session) implements Effect {}

    /**
     * Ask the camera for an answer on a session; ends in {@link Input.Replied}.
     *
     * @param session its number
     */
    record AskSession(long session) implements Effect {}

    /** Look whether the camera can be reached; ends in {@link Input.PathLooked}. */
    record LookAtPath() implements Effect {}

    /** Bring what was recorded up to now onto the disk. */
    record FlushRecording() implements Effect {}

    /**
     * Post an event.
     *
     * @param event the event
     */
    record Publish(RnvrEvent event) implements Effect {}

    /**
     * Tell the operator that the camera has sent nothing for as long as he wants to be spared.
     *
     * @param silentSinceNanos since when
     * @param text what is wrong, one sentence
     */
    record Alarm(long silentSinceNanos, String text) implements Effect {}

    /** Tell the operator, who was told that it is gone, that the camera is back. */
    record AllClear() implements Effect {}
}
