package org.rnvr.recorder.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StaggerTest {

    private static final Duration ROTATION = Duration.ofMinutes(10);

    @Test
    void theFirstCameraIsNotStaggeredAndNoneGetsNoFile() {
        assertEquals(Duration.ZERO, Stagger.of(ROTATION, 0));
        assertTrue(IntStream.range(0, 1000)
                .mapToObj(place -> Stagger.of(ROTATION, place))
                .allMatch(by -> !by.isNegative()
                        && by.compareTo(ROTATION.multipliedBy(9).dividedBy(10)) <= 0));
    }

    @Test
    void sixtyFourCamerasNeverChangeFilesWithinSevenSecondsOfEachOther() {
        long[] sorted = IntStream.range(0, 64)
                .mapToLong(place -> Stagger.of(ROTATION, place).toMillis())
                .sorted()
                .toArray();
        for (int i = 1; i < sorted.length; i++) {
            assertTrue(sorted[i] - sorted[i - 1] > 7_000, sorted[i - 1] + " and " + sorted[i]);
        }
    }
}
