package org.rnvr.pipeline.gst.internal.playback;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rnvr.playback.PlayerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who hears the states of a player. */
final class Observers {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** One registration: the same observer may be registered twice. */
    static final class Entry {

        private final Consumer<PlayerState> observer;
        private volatile boolean left;

        Entry(Consumer<PlayerState> observer) {
            this.observer = observer;
        }

        private void hear(PlayerState state) {
            if (left) {
                return;
            }
            try {
                observer.accept(state);
            } catch (RuntimeException e) {
                LOG.error("An observer of a player failed", e);
            }
        }
    }

    /** Lets one in that hears the present state first. */
    void enter(Entry entry, PlayerState present) {
        if (!entry.left) {
            entries.add(entry);
            entry.hear(present);
        }
    }

    /** No call begins after this. Any thread. */
    void leave(Entry entry) {
        entry.left = true;
        entries.remove(entry);
    }

    void tell(PlayerState state) {
        entries.forEach(entry -> entry.hear(state));
    }
}
