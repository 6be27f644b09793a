package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DecoderWatchTest {

    private final DecoderWatch watch = new DecoderWatch();

    @Test
    void picturesMayComeLater() {
        assertFalse(watch.onFrame(true));
        assertFalse(take(DecoderWatch.FRAMES - 1));
        watch.onPicture();
        assertFalse(watch.onFrame(true));
        assertFalse(take(DecoderWatch.FRAMES - 1));
    }

    @Test
    void thatNoneComeIsToldOnce() {
        assertFalse(watch.onFrame(true));
        assertFalse(take(DecoderWatch.FRAMES - 1));
        assertTrue(watch.onFrame(false));
        assertFalse(watch.onFrame(true));
        assertFalse(take(2 * DecoderWatch.FRAMES));
    }

    @Test
    void withoutAKeyFrameNoneAreExpected() {
        assertFalse(take(2 * DecoderWatch.FRAMES));
        assertFalse(watch.onFrame(true));
        watch.onPicture();
        assertFalse(take(2 * DecoderWatch.FRAMES));
    }

    private boolean take(int frames) {
        boolean told = false;
        for (int i = 0; i < frames; i++) {
            told |= watch.onFrame(false);
        }
        return told;
    }
}
