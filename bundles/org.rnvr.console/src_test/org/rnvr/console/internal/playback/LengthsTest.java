package org.rnvr.console.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.playback.model.MomentText;

class LengthsTest {

    private static final boolean KOREAN = Locale.getDefault().getLanguage().equals("ko");

    @Test
    void lengthsAreToldInTheirOwnMeasure() {
        assertEquals(KOREAN ? "0.5초" : "0.5 s", Lengths.of(Duration.ofMillis(500)));
        assertEquals(KOREAN ? "59초" : "59 s", Lengths.of(Duration.ofSeconds(59)));
        assertEquals(KOREAN ? "1분 1초" : "1 min 1 s", Lengths.of(Duration.ofSeconds(61)));
        assertEquals(KOREAN ? "2시간 0분 5초" : "2 h 0 min 5 s", Lengths.of(Duration.ofSeconds(7205)));
        assertEquals(KOREAN ? "1일 1시간 0분" : "1 d 1 h 0 min", Lengths.of(Duration.ofHours(25)));
    }

    @Test
    void theDayIsSaidOnceWhenItIsTheSame() {
        MomentText text = new MomentText(ZoneOffset.UTC);
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        assertEquals(
                KOREAN ? "2026-03-01 12:00:00 – 12:00:10 (10초)" : "2026-03-01 12:00:00 – 12:00:10 (10 s)",
                Lengths.range(text, noon, noon.plusSeconds(10)));
        assertEquals(
                "2026-03-01 12:00:00 – 2026-03-02 12:00:00",
                Lengths.range(text, noon, noon.plusSeconds(86_400)).split(" \\(")[0]);
    }
}
