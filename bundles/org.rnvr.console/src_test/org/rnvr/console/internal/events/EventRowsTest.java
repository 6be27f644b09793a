package org.rnvr.console.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnvr.event.Moment;

class EventRowsTest {

    private final EventRows rows = new EventRows(200);

    @Test
    void whatIsToldFollowsWhatWasFound() {
        rows.become(List.of(row(2), row(1)), false, List.of());
        assertTrue(rows.add(row(3)));
        assertEquals(List.of(3, 2, 1), shown());
        rows.orderNewestFirst(false);
        assertEquals(List.of(1, 2, 3), shown());
    }

    @Test
    void whatWasFoundAndToldStandsThereOnce() {
        rows.become(List.of(row(3), row(2), row(1)), false, List.of(row(2), row(3), row(4)));
        assertFalse(rows.add(row(1)), "told late, found before");
        assertTrue(rows.add(row(1)), "an event that happens again is another");
        assertEquals(List.of(1, 4, 3, 2, 1), shown());
    }

    @Test
    void ofTooManyTheOldestGo() {
        rows.become(List.of(), false, List.of());
        assertFalse(rows.isIncomplete());
        IntStream.range(0, 500).forEach(i -> rows.add(row(i)));
        assertTrue(rows.size() <= 200 && rows.size() > 190, "" + rows.size());
        assertTrue(rows.isIncomplete());
        assertEquals(499, rows.get(0).at().nanos());
        rows.become(List.of(row(1)), false, List.of());
        assertFalse(rows.isIncomplete());
    }

    private List<Integer> shown() {
        return rows.all().stream().map(row -> (int) row.at().nanos()).toList();
    }

    private static EventRow row(int number) {
        return new EventRow(new Moment(Instant.EPOCH.plusSeconds(number), number), "lost", "gate", "");
    }
}
