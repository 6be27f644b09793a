package org.rnvr.console.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.When;
import org.rnvr.event.Moment;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

class EventWordsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EventWords words =
            new EventWords(new When(Clock.fixed(NOON, ZoneOffset.UTC), Locale.ENGLISH), Locale.ENGLISH);

    @Test
    void theReasonComesFirstAndTheRestInWords() {
        assertEquals(
                "no answer · "
                        + String.join(
                                " · ",
                                bound(Messages.field_strategy, "keepalive"),
                                bound(Messages.field_silence_ms, "4.2 s"),
                                bound(Messages.field_free_bytes, "1,500 MB")),
                words.details(entry(
                        "lost",
                        "strategy",
                        "keepalive",
                        "silence_ms",
                        "4200",
                        "free_bytes",
                        "1500000000",
                        "reason",
                        "no answer")));
    }

    @Test
    void timesAreToldAsPeopleTellThem() {
        String details = words.details(entry("gap", "from", "2026-03-01T11:59:58.000Z", "to", "whenever"));
        assertTrue(details.contains("11:59:58"), details);
        assertTrue(details.contains("whenever"), details);
    }

    @Test
    void whatIsNotKnownIsToldAsItIs() {
        assertEquals(
                "colour blue · silence_ms x".replace("silence_ms x", bound(Messages.field_silence_ms, "x")),
                words.details(entry("other", "colour", "blue", "silence_ms", "x")));
        assertEquals("third_party", EventWords.kind("third_party").words());
    }

    @Test
    void everyKindThatCanBeChosenHasItsWords() {
        Set<String> kinds = new HashSet<>();
        KindChoice.all().forEach(choice -> kinds.addAll(choice.events()));
        assertEquals(31, kinds.size());
        for (String kind : kinds) {
            assertNotEquals(Symbol.UNKNOWN, EventWords.kind(kind).symbol(), kind);
            assertNotEquals(kind, EventWords.kind(kind).words(), kind);
        }
    }

    @Test
    void theFilterFindsWordsWhereverTheyStand() {
        JournalEntry entry = entry("lost", "reason", "No Answer to the keep-alive");
        EventRow row = words.row(entry);
        assertTrue(accepts("", entry, row));
        assertTrue(accepts(" answer GATE ", entry, row));
        assertTrue(accepts("front door", entry, row));
        assertTrue(accepts("lost", entry, row));
        assertFalse(accepts("answer yard", entry, row));
        EventFilter other = new EventFilter(JournalQuery.ALL.ofEvents(Set.of("gap")), "");
        assertFalse(other.accepts(entry, row, id -> id));
    }

    private static boolean accepts(String text, JournalEntry entry, EventRow row) {
        return new EventFilter(JournalQuery.ALL, text).accepts(entry, row, id -> "Front Door");
    }

    private static String bound(String label, String value) {
        return label.replace("{0}", value);
    }

    private static JournalEntry entry(String event, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : List.of(fields)) {
            if (all.containsValue("")) {
                all.replaceAll((key, value) -> value.isEmpty() ? name : value);
            } else {
                all.put(name, "");
            }
        }
        return new JournalEntry(new Moment(NOON, 1), event, Optional.of("gate"), all);
    }
}
