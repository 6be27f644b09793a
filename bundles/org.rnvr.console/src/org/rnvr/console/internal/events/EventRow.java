package org.rnvr.console.internal.events;

import java.util.Objects;
import org.rnvr.event.Moment;

/**
 * An event as it stands in the list: small, as there are many.
 *
 * @param at when
 * @param event kind, as the journal has it
 * @param cameraId of which camera; empty for the system
 * @param details the rest in words
 */
record EventRow(Moment at, String event, String cameraId, String details) {
    EventRow {
        Objects.requireNonNull(at);
        Objects.requireNonNull(event);
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(details);
    }
}
