package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

class LastLossesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LastLosses losses = new LastLosses(Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void close() {
        losses.deactivate();
    }

    @Test
    void theNewestLossOfEachCameraIsKnown() throws Exception {
        Written journal = new Written(List.of(
                entry("lost", "gate", NOON.minusSeconds(60)),
                entry("streaming", "yard", NOON.minusSeconds(90)),
                entry("lost", "gate", NOON.minusSeconds(3600)),
                entry("lost", "yard", NOON.minus(Duration.ofDays(31)))));
        CountDownLatch heard = new CountDownLatch(2);
        try (Registration registration = losses.observe(heard::countDown)) {
            losses.setJournal(journal);
            assertTrue(heard.await(20, TimeUnit.SECONDS));
            assertEquals(Optional.of(NOON.minusSeconds(60)), losses.of("gate"));
            assertEquals(Optional.empty(), losses.of("yard"));
            journal.observer.accept(entry("lost", "yard", NOON));
            journal.observer.accept(entry("recovered", "gate", NOON));
            assertEquals(Optional.of(NOON), losses.of("yard"));
            assertEquals(Optional.of(NOON.minusSeconds(60)), losses.of("gate"));
        }
    }

    private static JournalEntry entry(String event, String camera, Instant time) {
        return new JournalEntry(new Moment(time, 0), event, Optional.of(camera), Map.of());
    }

    private static final class Written implements Journal {

        private final List<JournalEntry> entries;
        private volatile Consumer<JournalEntry> observer = entry -> {};

        Written(List<JournalEntry> entries) {
            this.entries = entries;
        }

        @Override
        public void read(JournalQuery query, Predicate<JournalEntry> reader) {
            entries.stream().filter(query::matches).forEach(reader::test);
        }

        @Override
        public Registration observe(Consumer<JournalEntry> observing) {
            observer = observing;
            return () -> observer = entry -> {};
        }
    }
}
