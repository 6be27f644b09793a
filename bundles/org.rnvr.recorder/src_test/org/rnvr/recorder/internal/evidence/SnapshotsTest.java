package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.recorder.internal.evidence.Recorded.T0;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    @TempDir
    Path root;

    private Recorded recorded;

    @BeforeEach
    void record() throws IOException {
        recorded = new Recorded(root);
        recorded.add("cam_1", 0, 60);
        recorded.add("cam_1", 61, 120);
    }

    @Test
    void theMomentIsFoundInItsSegment() throws IOException {
        assertEquals("cam_1_20260301_101500.mp4 PT0S", at(0));
        assertEquals("cam_1_20260301_101500.mp4 PT12.5S", at(12_500));
        assertEquals("cam_1_20260301_101601.mp4 PT0S", at(61_000));
        assertEquals("cam_1_20260301_101601.mp4 PT59S", at(120_000));
    }

    @Test
    void betweenTwoFilesTheLastPictureStands() throws IOException {
        assertEquals("cam_1_20260301_101500.mp4 PT1M", at(60_700));
        assertEquals("cam_1_20260301_101601.mp4 PT59S", at(121_500));
    }

    @Test
    void whereNothingIsRecordedThereIsNoPicture() {
        for (long millis : new long[] {-1, 121_501}) {
            IOException refusal = assertThrows(IOException.class, () -> at(millis));
            assertTrue(refusal.getMessage().startsWith("nothing is recorded of cam_1 at 2026-03-01T01:1"));
        }
    }

    @Test
    void aCameraThatNeverWasIsSaidToBeNone() {
        IOException refusal = assertThrows(IOException.class, () -> snapshots().at("cam_7", T0));
        assertEquals("no such camera: cam_7; there are cam_1, cam_2, cam_9", refusal.getMessage());
    }

    private String at(long millis) throws IOException {
        return new String(snapshots().at("cam_1", T0.plusMillis(millis)), StandardCharsets.UTF_8);
    }

    private Snapshots snapshots() {
        return new Snapshots(recorded.catalog, new FakeMedia(), recorded::site);
    }
}
