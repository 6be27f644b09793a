package org.rnvr.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What to look for in the journal.
 *
 * @param from what happened at this time or later
 * @param to and before this time
 * @param cameraIds of these cameras, {@link #NO_CAMERA} for what is of none; empty for whatever camera
 * @param events of these kinds, as {@link JournalEntry#event()} has them; empty for every kind
 */
public record JournalQuery(Instant from, Instant to, Set<String> cameraIds, Set<String> events) {

    /** Stands among cameras for events of the system. */
    public static final String NO_CAMERA = "";

    /** Everything. */
    public static final JournalQuery ALL = new JournalQuery(Instant.MIN, Instant.MAX, Set.of(), Set.of());

    public JournalQuery {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        cameraIds = Set.copyOf(cameraIds);
        events = Set.copyOf(events);
    }

    /** The same from this time on. */
    public JournalQuery since(Instant time) {
        return new JournalQuery(time, to, cameraIds, events);
    }

    /** The same before this time. */
    public JournalQuery before(Instant time) {
        return new JournalQuery(from, time, cameraIds, events);
    }

    /** The same of these cameras only; none for whatever camera. */
    public JournalQuery ofCameras(Set<String> ids) {
        return new JournalQuery(from, to, ids, events);
    }

    /** The same of these kinds only; none for every kind. */
    public JournalQuery ofEvents(Set<String> kinds) {
        return new JournalQuery(from, to, cameraIds, kinds);
    }

    /** Whether an entry is looked for. */
    public boolean matches(JournalEntry entry) {
        Instant time = entry.at().time();
        return !time.isBefore(from)
                && time.isBefore(to)
                && (cameraIds.isEmpty() || cameraIds.contains(entry.cameraId().orElse(NO_CAMERA)))
                && (events.isEmpty() || events.contains(entry.event()));
    }
}
