package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.playback.model.TimelineModel.Row;

class TimelineModelTest {

    private final TimelineModel model = new TimelineModel(Clock.fixed(Footages.DAY, ZoneOffset.UTC));

    @Test
    void beginsWithTheDayUpToNow() {
        assertEquals(Footages.DAY, model.position());
        assertTrue(model.scale().shows(Footages.DAY));
        assertEquals(Duration.ofDays(1), model.scale().span());
    }

    @Test
    void theCursorTakesTheViewWithItUnlessItWasLeftBehind() {
        model.setScale(new TimeScale(Footages.DAY.minusSeconds(50), Duration.ofSeconds(60), 600));
        model.follow(Footages.DAY.plusSeconds(20));
        assertTrue(model.scale().shows(Footages.DAY.plusSeconds(20)));
        TimeScale elsewhere = new TimeScale(Footages.DAY.minusSeconds(9000), Duration.ofSeconds(60), 600);
        model.setScale(elsewhere);
        model.follow(Footages.DAY.plusSeconds(21));
        assertEquals(elsewhere, model.scale(), "who looks elsewhere is not called back");
        model.reveal(Footages.DAY.plusSeconds(22));
        assertTrue(model.scale().shows(Footages.DAY.plusSeconds(22)));
    }

    @Test
    void theKeyboardStaysWithItsCamera() {
        model.setRows(List.of(row("gate"), row("yard")));
        model.setCurrent(1);
        model.setRows(List.of(row("attic"), row("gate"), row("yard")));
        assertEquals(Optional.of("yard"), model.currentRow().map(Row::cameraId));
        model.setCurrent(99);
        assertEquals(2, model.current());
        model.setRows(List.of());
        assertTrue(model.currentRow().isEmpty());
    }

    private static Row row(String cameraId) {
        return new Row(cameraId, cameraId, false, Optional.empty());
    }
}
