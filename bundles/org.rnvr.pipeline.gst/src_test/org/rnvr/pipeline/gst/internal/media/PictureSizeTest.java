package org.rnvr.pipeline.gst.internal.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.rnvr.pipeline.gst.internal.VideoCodec;

class PictureSizeTest {

    @Test
    void isWhatIsLeftOfTheMacroblocks() {
        // Written by x264 for 320x240, profile High.
        byte[] unit = HexFormat.of().parseHex("67640014acb60a0fd808800000030080000019478a1570");
        assertEquals(new PictureSize(320, 240), PictureSize.of(VideoCodec.H264, unit));
    }
}
