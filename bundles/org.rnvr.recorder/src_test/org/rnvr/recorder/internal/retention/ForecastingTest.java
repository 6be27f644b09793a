package org.rnvr.recorder.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Footage;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.Segment;

class ForecastingTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final double MB = 1e6;

    private final List<Footage> footage = new ArrayList<>();
    private final List<Segment> lately = new ArrayList<>();

    /** A camera that records at a rate for so long, in files of an hour, with so many older bytes. */
    private void camera(String id, Duration since, double bytesPerSecond, long olderBytes) {
        Instant first = NOW.minus(since);
        long bytes = olderBytes;
        for (Instant start = first; start.isBefore(NOW); start = start.plus(Duration.ofHours(1))) {
            Instant end = start.plus(Duration.ofHours(1)).isAfter(NOW) ? NOW : start.plus(Duration.ofHours(1));
            long size = (long) (bytesPerSecond * Duration.between(start, end).toSeconds());
            bytes += size;
            if (end.isAfter(NOW.minus(Forecasting.LATELY))) {
                lately.add(segment(id, start, end, size));
            }
        }
        footage.add(new Footage(id, first, NOW, 1, bytes));
    }

    private static Segment segment(String id, Instant start, Instant end, long bytes) {
        return new Segment(
                1,
                id,
                Path.of("/f"),
                start,
                end,
                Optional.empty(),
                Optional.empty(),
                "h264",
                1,
                1,
                bytes,
                1,
                Optional.of(EndCause.ROTATION),
                Optional.empty());
    }

    private static void assertSeconds(double expected, Duration found) {
        assertEquals(expected, found.toSeconds(), expected / 1000 + 1);
    }

    @Test
    void whatFitsIsWhatThereIsAndWhatIsFree() {
        camera("b", Duration.ofDays(3), 2 * MB, 0);
        camera("a", Duration.ofDays(3), 1 * MB, 0);
        long free = (long) (3 * MB * 86_400 * 2);
        long kept = (long) (3 * MB * 86_400);
        Forecast forecast = Forecasting.of(NOW, footage, lately, free, kept);
        assertEquals(3 * MB, forecast.bytesPerSecond(), 10);
        assertSeconds(4 * 86_400, forecast.keeps().orElseThrow());
        assertSeconds(2 * 86_400, Duration.between(NOW, forecast.fullAt().orElseThrow()));
        assertEquals(
                List.of("a", "b"),
                forecast.cameras().stream().map(Forecast.Camera::cameraId).toList());
        assertEquals(1 * MB, forecast.cameras().get(0).bytesPerSecond(), 10);
        assertEquals(forecast.keeps(), forecast.cameras().get(1).keeps());
    }

    @Test
    void aCameraThatBeganLatelyCountsByTheTimeItRecords() {
        camera("a", Duration.ofMinutes(30), MB, 0);
        assertEquals(MB, Forecasting.of(NOW, footage, lately, 1, 0).bytesPerSecond(), 10);
    }

    @Test
    void aSegmentThatReachesIntoTheDayCountsByItsShare() {
        lately.add(segment("a", NOW.minus(DAY.multipliedBy(2)), NOW, (long) (2 * 86_400 * MB)));
        footage.add(new Footage("a", NOW.minus(DAY.multipliedBy(2)), NOW, 1, 1));
        assertEquals(MB, Forecasting.of(NOW, footage, lately, 1, 0).bytesPerSecond(), 10);
    }

    @Test
    void aCameraThatRestsAtNightCountsByTheWholeDay() {
        lately.add(segment("a", NOW.minus(Duration.ofHours(6)), NOW, (long) (6 * 3600 * MB)));
        footage.add(new Footage("a", NOW.minus(DAY.multipliedBy(9)), NOW, 9, 1));
        assertEquals(MB / 4, Forecasting.of(NOW, footage, lately, 1, 0).bytesPerSecond(), 10);
    }

    @Test
    void aCameraThatIsNoLongerRecordedGivesRoomAndNeedsNone() {
        camera("a", Duration.ofDays(2), MB, 0);
        footage.add(new Footage(
                "old", NOW.minus(DAY.multipliedBy(90)), NOW.minus(DAY.multipliedBy(60)), 9, (long) (MB * 86_400)));
        Forecast forecast = Forecasting.of(NOW, footage, lately, 0, 0);
        assertSeconds(3 * 86_400, forecast.keeps().orElseThrow());
        assertEquals(
                new Forecast.Camera("old", 0, (long) (MB * 86_400), Optional.empty()),
                forecast.cameras().get(1));
    }

    @Test
    void withoutRecordingsNothingIsForecast() {
        Forecast forecast = Forecasting.of(NOW, List.of(), List.of(), 100, 10);
        assertEquals(new Forecast(NOW, 0, Optional.empty(), Optional.empty(), List.of()), forecast);
    }

    @Test
    void clocksThatWereSetBackDoNoHarm() {
        lately.add(segment("a", NOW.plusSeconds(100), NOW.plusSeconds(200), 1000));
        lately.add(segment("a", NOW.minusSeconds(100), NOW.minusSeconds(150), 1000));
        lately.add(segment("a", NOW.minusSeconds(5), NOW.minusSeconds(5), 1000));
        footage.add(new Footage("a", NOW.minusSeconds(1000), NOW.plusSeconds(200), 3, 3000));
        Forecast forecast = Forecasting.of(NOW, footage, lately, 1_000_000, 2_000_000);
        assertTrue(forecast.bytesPerSecond() >= 0 && Double.isFinite(forecast.bytesPerSecond()), forecast.toString());
        assertTrue(!forecast.keeps().orElse(Duration.ZERO).isNegative());
    }
}
