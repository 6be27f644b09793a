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

    /** Look whether the camera can be reached; ends in {@link Input.PathLooked}. */
    record LookAtPath() implements Effect {}

    /**
     * Post an event.
     *
     * @param event the event
     */
    record Publish(RnvrEvent event) implements Effect {}
}
