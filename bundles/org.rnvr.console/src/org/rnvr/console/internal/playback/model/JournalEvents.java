package org.rnvr.console.internal.playback.model;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

/** Losses of cameras as the journal tells them; none while there is no journal. */
public final class JournalEvents implements EventSource {

    private static final Set<String> LOSSES = Set.of("lost", "stalled", "offline");

    private final Supplier<Optional<Journal>> journal;

    /** Of the journal that is there at the moment. */
    public JournalEvents(Supplier<Optional<Journal>> journal) {
        this.journal = journal;
    }

    @Override
    public List<EventMark> events(String cameraId, Instant from, Instant to) throws IOException {
        Optional<Journal> present = journal.get();
        if (present.isEmpty()) {
            return List.of();
        }
        JournalQuery losses = new JournalQuery(from, to, Set.of(cameraId), LOSSES);
        List<EventMark> marks = new ArrayList<>();
        present.get().read(losses, entry -> marks.add(mark(cameraId, entry)));
        Collections.reverse(marks);
        return marks;
    }

    private static EventMark mark(String cameraId, JournalEntry entry) {
        return new EventMark(
                cameraId,
                entry.at().time(),
                entry.event(),
                entry.field("reason").orElse(""));
    }
}
