package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.VideoTransform;

class TurningTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, 0, none",
        "NONE, 90, 90r",
        "NONE, 180, 180",
        "NONE, 270, 90l",
        "HORIZONTAL, 0, horiz",
        "HORIZONTAL, 90, ul-lr",
        "HORIZONTAL, 180, vert",
        "HORIZONTAL, 270, ur-ll",
        "VERTICAL, 0, vert",
        "VERTICAL, 90, ur-ll",
        "VERTICAL, 180, horiz",
        "VERTICAL, 270, ul-lr",
        "BOTH, 0, 180",
        "BOTH, 90, 90l",
        "BOTH, 180, none",
        "BOTH, 270, 90r",
    })
    void rotatesAndThenMirrors(Flip flip, int rotation, String method) {
        assertEquals(
                method, Turning.method(new VideoTransform(true, flip, rotation)).orElse("none"));
    }

    @Test
    void nothingIsTurnedUnlessEnabled() {
        assertEquals(
                true, Turning.method(new VideoTransform(false, Flip.BOTH, 90)).isEmpty());
    }
}
