package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SmallnessTest {

    private final Smallness smallness = new Smallness();

    @Test
    void aPictureOfUnknownSizeIsLarge() {
        assertFalse(smallness.isSmall());
    }

    @Test
    void betweenTheBoundsItStaysWhatItWas() {
        assertFalse(smallness.resized(720, 480));
        assertFalse(smallness.isSmall());
        assertTrue(smallness.resized(640, 360));
        assertTrue(smallness.isSmall());
        assertFalse(smallness.resized(720, 480));
        assertTrue(smallness.isSmall());
        assertTrue(smallness.resized(721, 480));
        assertFalse(smallness.isSmall());
    }

    @Test
    void theShapeDoesNotMatter() {
        assertTrue(smallness.resized(160, 1440));
        assertFalse(smallness.resized(0, 5000));
        assertFalse(smallness.resized(-1, -70_000));
        assertTrue(smallness.resized(100_000, 100_000));
        assertFalse(smallness.isSmall());
    }
}
