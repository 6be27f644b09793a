package org.rnvr.recorder.internal.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.recording.StorageState;

class SpaceLimitsTest {

    private static final Path FOLDER = Path.of("/recordings");
    private static final long TB = 1_000_000_000_000L;

    @Test
    void theStrictestOfTheSettingsHolds() {
        SpaceLimits percent = SpaceLimits.of(Storages.with(FOLDER, 1, 5, 99, 30), TB);
        assertEquals(TB / 20, percent.lowBelow());
        assertEquals(TB / 20, percent.cleanBelow());
        SpaceLimits gigabytes = SpaceLimits.of(Storages.with(FOLDER, 80, 5, 99, 30), TB);
        assertEquals(80_000_000_000L, gigabytes.lowBelow());
        SpaceLimits threshold = SpaceLimits.of(Storages.with(FOLDER, 1, 5, 90, 30), TB);
        assertEquals(TB / 20, threshold.lowBelow());
        assertEquals(TB / 10, threshold.cleanBelow());
    }

    @Test
    void aMinimumBeyondTheVolumeLeavesHalfOfItToRecordings() {
        SpaceLimits limits = SpaceLimits.of(Storages.defaults(FOLDER), 64 << 20);
        assertEquals(32 << 20, limits.lowBelow());
        assertEquals(32 << 20, limits.cleanBelow());
    }

    @ParameterizedTest
    @ValueSource(longs = {16L << 20, 64L << 20, 1L << 30, 500_000_000_000L, 20 * TB})
    void whatIsDeletedEndsEveryShortage(long total) {
        for (double minimum : new double[] {0, 0.01, 1, 100}) {
            for (double threshold : new double[] {50, 90, 99}) {
                SpaceLimits limits = SpaceLimits.of(Storages.with(FOLDER, minimum, 0, threshold, 30), total);
                String text = limits + " of " + total;
                assertTrue(limits.cleanUntil() > limits.cleanBelow(), text);
                assertTrue(limits.cleanUntil() < total * 0.52 + (16 << 20), text);
                assertEquals(StorageState.OK, limits.state(StorageState.FULL, limits.cleanUntil()), text);
                assertEquals(StorageState.OK, limits.state(StorageState.LOW, limits.cleanUntil()), text);
            }
        }
    }

    @Test
    void statesDoNotComeAndGo() {
        SpaceLimits limits = SpaceLimits.of(Storages.with(FOLDER, 1, 0, 99, 30), TB);
        assertEquals(StorageState.OK, limits.state(StorageState.OK, limits.lowBelow()));
        assertEquals(StorageState.LOW, limits.state(StorageState.OK, limits.lowBelow() - 1));
        assertEquals(StorageState.LOW, limits.state(StorageState.LOW, limits.lowBelow() + 1));
        assertEquals(StorageState.OK, limits.state(StorageState.LOW, limits.lowUntil()));
        assertEquals(StorageState.FULL, limits.state(StorageState.LOW, limits.fullBelow() - 1));
        assertEquals(StorageState.FULL, limits.state(StorageState.FULL, limits.fullUntil() - 1));
        assertEquals(StorageState.LOW, limits.state(StorageState.FULL, limits.fullUntil()));
        assertEquals(StorageState.LOW, limits.state(StorageState.OK, limits.fullBelow()));
    }
}
