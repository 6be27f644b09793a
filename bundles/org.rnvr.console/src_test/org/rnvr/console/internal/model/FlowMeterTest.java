package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

class FlowMeterTest {

    private final FlowMeter meter = new FlowMeter();

    @Test
    void nothingIsToldBeforeTwoLooks() {
        assertEquals(Optional.empty(), meter.flow());
        look(0, 1, 100, 1_000_000);
        assertEquals(Optional.empty(), meter.flow());
    }

    @Test
    void theLatestSecondsCount() {
        look(0, 1, 0, 0);
        for (int second = 1; second <= 60; second++) {
            look(second, 1, second <= 50 ? second * 25L : 1250, second <= 50 ? second * 500_000L : 25_000_000);
        }
        assertEquals(Optional.of(new FlowMeter.Flow(0, 0)), meter.flow());
        look(61, 1, 1300, 26_000_000);
        assertEquals(Optional.of(new FlowMeter.Flow(10, 1_600_000)), meter.flow());
    }

    @Test
    void anotherSessionBeginsAnew() {
        look(0, 1, 1000, 1_000_000);
        look(1, 2, 10, 10_000);
        assertEquals(Optional.empty(), meter.flow());
        look(2, 2, 35, 260_000);
        assertEquals(Optional.of(new FlowMeter.Flow(25, 2_000_000)), meter.flow());
        meter.clear();
        assertEquals(Optional.empty(), meter.flow());
    }

    @Test
    void lengthsAreToldInHoursMinutesAndSeconds() {
        assertEquals("0:00:07", Lengths.tell(Duration.ofMillis(7900)));
        assertEquals("50:01:02", Lengths.tell(Duration.ofHours(50).plusSeconds(62)));
        assertEquals("0:00:00", Lengths.tell(Duration.ofSeconds(-3)));
    }

    private void look(long second, long session, long frames, long bytes) {
        meter.add(
                TimeUnit.SECONDS.toNanos(second),
                new Vitals(session, new Vitals.Track(frames, 1, bytes, 0, 0, Arrivals.NONE), Optional.empty()));
    }
}
