package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecoderChoiceTest {

    private static final Set<String> INSTALLED =
            Set.of("avdec_h264", "avdec_h265", "openh264dec", "libde265dec", "vah264dec", "vah265dec", "v4l2h264dec");

    @Test
    void thePreferredOneComesFirst() {
        assertEquals(
                List.of("v4l2h264dec", "openh264dec", "avdec_h264"),
                choose(VideoCodec.H264, true, "omxh264dec", "v4l2h264dec", "openh264dec"));
    }

    @Test
    void h265HasTheCounterpart() {
        assertEquals(
                List.of("vah265dec", "avdec_h265", "libde265dec"),
                choose(VideoCodec.H265, true, "vah264dec", "avdec_h264"));
        assertEquals(List.of("libde265dec", "avdec_h265"), choose(VideoCodec.H265, true, "openh264dec"));
        assertEquals(List.of("openh264dec", "avdec_h264"), choose(VideoCodec.H264, true, "libde265dec"));
    }

    @Test
    void hardwareIsLeftOutUnlessAllowed() {
        assertEquals(
                List.of("avdec_h264", "openh264dec"),
                choose(VideoCodec.H264, false, "vah264dec", "v4l2h264dec", "avdec_h264"));
    }

    @Test
    void softwareIsThereWithoutAnyPreference() {
        assertEquals(List.of("avdec_h264", "openh264dec"), choose(VideoCodec.H264, true));
    }

    private static List<String> choose(VideoCodec codec, boolean hardware, String... preference) {
        return DecoderChoice.candidates(codec, List.of(preference), hardware, INSTALLED::contains);
    }
}
