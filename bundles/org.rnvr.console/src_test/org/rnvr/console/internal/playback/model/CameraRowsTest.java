package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.playback.model.TimelineModel.Row;

class CameraRowsTest {

    private final Tracks tracks = new Tracks(Runnable::run, (id, from, to) -> Footages.track(List.of()), () -> {});

    @Test
    void thoseThatAreShownComeFirstAndFootageAloneIsEnough() {
        Map<String, String> configured = new LinkedHashMap<>();
        configured.put("gate", "Gate");
        configured.put("yard", "");
        List<Row> rows = CameraRows.of(List.of("old", "yard"), configured, List.of("attic", "gate", "old"), tracks);
        assertEquals(
                List.of("old", "yard", "gate", "attic"),
                rows.stream().map(Row::cameraId).toList());
        assertEquals(
                List.of("old", "yard", "Gate", "attic"),
                rows.stream().map(Row::name).toList());
        assertEquals(
                List.of(true, true, false, false), rows.stream().map(Row::shown).toList());
    }
}
