package org.rnvr.recorder.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Moment;
import org.rnvr.recorder.internal.volume.Storages;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

class CleaningScheduleTest {

    private static final Path FOLDER = Path.of("/recordings");
    private static final long TOTAL = 1_000_000_000_000L;
    private static final long PLENTY = TOTAL / 2;
    private static final long SHORT = TOTAL / 10 - 1;

    private long seconds;
    private CleaningSchedule schedule = new CleaningSchedule(now());

    private Moment now() {
        return new Moment(Instant.EPOCH.plusSeconds(seconds), 5 + seconds * 1_000_000_000);
    }

    private static StorageSettings settings(boolean automatic, boolean atStart) {
        StorageSettings base = Storages.defaults(FOLDER);
        return new StorageSettings(
                FOLDER,
                automatic,
                atStart,
                base.cleanupInterval(),
                base.minFreeSpaceGb(),
                base.minFreeSpacePercent(),
                base.cleanupThresholdPercent(),
                base.retentionDays(),
                base.deleteBatchSize(),
                base.deleteBatchDelay(),
                base.outageMemory(),
                base.memoryBytesPerCamera());
    }

    private boolean begins(StorageSettings settings, StorageState state, long free) {
        return schedule.begins(now(), settings, new StorageStatus(FOLDER, state, "", TOTAL, free, Instant.EPOCH));
    }

    /** How often it begins in a time, each cleaning taking no time. */
    private int beginnings(Duration time, StorageSettings settings, long free, boolean failed) {
        int count = 0;
        for (long end = seconds + time.toSeconds(); seconds < end; seconds++) {
            if (begins(settings, StorageState.OK, free)) {
                count++;
                schedule.ended(now(), failed);
            }
        }
        return count;
    }

    @Test
    void beginsAtStartAndThenAtIntervals() {
        assertTrue(begins(settings(true, true), StorageState.OK, PLENTY));
        schedule.ended(now(), false);
        seconds++;
        assertEquals(0, beginnings(Duration.ofMinutes(59), settings(true, true), PLENTY, false));
        assertEquals(3, beginnings(Duration.ofHours(3), settings(true, true), PLENTY, false));
    }

    @Test
    void notAtStartIfNotWanted() {
        assertEquals(0, beginnings(Duration.ofHours(1), settings(true, false), PLENTY, false));
        assertTrue(begins(settings(true, false), StorageState.OK, PLENTY));
    }

    @Test
    void atOnceWhenSpaceIsShortAndAgainWhenItStaysShort() {
        assertEquals(30, beginnings(Duration.ofMinutes(1), settings(true, false), SHORT, false));
    }

    @Test
    void aCleaningInVainAtStartDoesNotHoldUpTheOneThatIsNeeded() {
        assertEquals(1, beginnings(Duration.ofSeconds(3), settings(true, true), PLENTY, false));
        assertTrue(begins(settings(true, true), StorageState.FULL, 0));
    }

    @Test
    void notSoOftenWhenItFails() {
        assertEquals(6, beginnings(Duration.ofMinutes(1), settings(true, false), SHORT, true));
    }

    @Test
    void neverTwoAtOnce() {
        assertTrue(schedule.beginsAnyway(now()));
        assertFalse(schedule.beginsAnyway(now()));
        assertFalse(begins(settings(true, true), StorageState.OK, SHORT));
        schedule.ended(now(), false);
        assertTrue(schedule.beginsAnyway(now()));
    }

    @Test
    void notOnAVolumeThatIsNotThereNorUnasked() {
        for (StorageState state : StorageState.values()) {
            schedule = new CleaningSchedule(now());
            boolean cleans = state.isWritable() || state == StorageState.FULL;
            assertEquals(cleans, begins(settings(true, true), state, 0), state.toString());
        }
        schedule = new CleaningSchedule(now());
        assertFalse(begins(settings(false, true), StorageState.FULL, 0));
    }
}
