package org.rnvr.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.event.Moment;
import org.rnvr.host.Excess;
import org.rnvr.host.Gauge;
import org.rnvr.host.internal.ExcessWatch.Change;
import org.rnvr.host.internal.ExcessWatch.Limit;

class ExcessWatchTest {

    private static final Limit USUAL = new Limit(80, 5, Duration.ofSeconds(30), Duration.ofSeconds(15));
    private static final int STEP = 5;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ExcessWatch watch = new ExcessWatch(Gauge.CPU);
    private final List<String> changes = new ArrayList<>();
    private int second;

    @Test
    void whatLastsIsToldOnceWhenItBeginsAndOnceWhenItEnds() {
        run(95, 300, USUAL);
        run(40, 300, USUAL);
        assertEquals(List.of("30 BEGAN", "315 ENDED"), changes);
    }

    @Test
    void theExcessSaysSinceWhenAndHowMuchNow() {
        run(95, 60, USUAL);
        run(88, 10, USUAL);
        assertEquals(
                List.of(new Excess(Gauge.CPU, 88, 80, NOON)),
                watch.excess().stream().toList());
    }

    @Test
    void peaksAreNotTold() {
        for (int i = 0; i < 50; i++) {
            run(100, 25, USUAL);
            run(10, 5, USUAL);
        }
        assertEquals(List.of(), changes);
    }

    @Test
    void aValueThatDancesAroundItsLimitIsToldOnce() {
        run(90, 60, USUAL);
        for (int i = 0; i < 100; i++) {
            run(79, 10, USUAL);
            run(74, 10, USUAL);
            run(81, 10, USUAL);
        }
        assertEquals(List.of("30 BEGAN"), changes);
    }

    @Test
    void theLimitItselfIsTooMuchAndJustBelowIsNotYetFine() {
        run(80, 60, USUAL);
        run(75, 600, USUAL);
        assertEquals(List.of("30 BEGAN"), changes);
        run(74.9, 60, USUAL);
        assertEquals(List.of("30 BEGAN", "675 ENDED"), changes);
    }

    @Test
    void aMachineThatStoodStillWasNotTooBusyMeanwhile() {
        run(95, 20, USUAL);
        second += 3600;
        run(95, 20, USUAL);
        assertEquals(List.of(), changes);
        run(95, 15, USUAL);
        assertEquals(List.of(3620 + 30 + " BEGAN"), changes);
    }

    @Test
    void measurementsMayBeFurtherApartThanTheWait() {
        run(95, 60, new Limit(80, 5, Duration.ofSeconds(STEP - 1), Duration.ofSeconds(STEP - 1)));
        assertEquals(List.of(STEP + " BEGAN"), changes);
    }

    @Test
    void aHigherLimitEndsItAtOnceAndALowerOneBeginsTheWait() {
        run(90, 60, USUAL);
        run(90, STEP, new Limit(95, 5, USUAL.patience(), USUAL.calm()));
        assertEquals(List.of("30 BEGAN", "60 ENDED"), changes);
        run(90, 60, USUAL);
        assertEquals(List.of("30 BEGAN", "60 ENDED", "95 BEGAN"), changes);
    }

    @Test
    void aHigherLimitThatIsStillExceededChangesNothing() {
        run(99, 60, USUAL);
        run(99, 60, new Limit(95, 5, USUAL.patience(), USUAL.calm()));
        assertEquals(List.of("30 BEGAN"), changes);
        assertEquals(95, watch.excess().orElseThrow().limit());
    }

    @Test
    void whatIsForgottenEndsOnce() {
        run(95, 60, USUAL);
        assertEquals(Change.ENDED, watch.forget());
        assertEquals(Change.NONE, watch.forget());
        assertTrue(watch.excess().isEmpty());
    }

    private void run(double value, int seconds, Limit limit) {
        for (int end = second + seconds; second < end; second += STEP) {
            Change change = watch.measure(
                    value,
                    limit,
                    new Moment(
                            NOON.plusSeconds(second), Duration.ofSeconds(second).toNanos()));
            if (change != Change.NONE) {
                changes.add(second + " " + change);
            }
        }
    }
}
