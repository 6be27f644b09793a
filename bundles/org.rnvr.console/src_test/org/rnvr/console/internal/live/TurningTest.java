package org.rnvr.console.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.VideoTransform;

class TurningTest {

    private static final VideoTransform NONE = new VideoTransform(false, Flip.NONE, 0);

    @Test
    void fourQuartersAreATurn() {
        VideoTransform once = Turning.ROTATE.after(NONE);
        assertEquals(new VideoTransform(true, Flip.NONE, 90), once);
        VideoTransform thrice = Turning.ROTATE.after(Turning.ROTATE.after(once));
        assertEquals(270, thrice.rotation());
        assertEquals(NONE, Turning.ROTATE.after(thrice), "switched off when nothing is left to do");
    }

    @Test
    void allWaysOfMirroringFollowEachOtherAndKeepTheRotation() {
        List<Flip> flips = new ArrayList<>();
        VideoTransform transform = new VideoTransform(true, Flip.NONE, 90);
        for (int i = 0; i < 4; i++) {
            transform = Turning.FLIP.after(transform);
            flips.add(transform.flip());
            assertEquals(90, transform.rotation());
        }
        assertEquals(List.of(Flip.HORIZONTAL, Flip.VERTICAL, Flip.BOTH, Flip.NONE), flips);
    }
}
