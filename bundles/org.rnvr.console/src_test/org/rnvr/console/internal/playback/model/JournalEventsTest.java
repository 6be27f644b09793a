package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

class JournalEventsTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void lossesOfTheCameraAreMarkedInTheOrderOfTime() throws IOException {
        Journal journal = new NewestFirst(List.of(
                entry(TEN, "offline", "gate", Map.of("attempts", "4")),
                entry(TEN, "lost", "yard", Map.of("reason", "Another camera.")),
                entry(TEN, "streaming", "gate", Map.of()),
                entry(NINE, "lost", "gate", Map.of("reason", "No frame."))));
        assertEquals(
                List.of(new EventMark("gate", NINE, "lost", "No frame."), new EventMark("gate", TEN, "offline", "")),
                new JournalEvents(() -> Optional.of(journal)).events("gate", NINE, TEN.plusSeconds(1)));
    }

    @Test
    void nothingIsMarkedWithoutAJournal() throws IOException {
        assertEquals(List.of(), new JournalEvents(Optional::empty).events("gate", NINE, TEN));
    }

    private static JournalEntry entry(Instant at, String event, String cameraId, Map<String, String> fields) {
        return new JournalEntry(new Moment(at, 0), event, Optional.of(cameraId), fields);
    }

    private record NewestFirst(List<JournalEntry> entries) implements Journal {

        @Override
        public void read(JournalQuery query, Predicate<JournalEntry> reader) {
            entries.stream().filter(query::matches).allMatch(reader);
        }

        @Override
        public Registration observe(Consumer<JournalEntry> observer) {
            return () -> {};
        }
    }
}
