package org.rnvr.democamera.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.democamera.Audio;
import org.rnvr.democamera.Codec;
import org.rnvr.democamera.DemoCameraOptions;
import org.rnvr.democamera.GetParameter;
import org.rnvr.democamera.Mode;
import org.rnvr.democamera.Video;

class RequirementsTest {

    @Test
    void onlyWhatTheOptionsUseIsNeeded() {
        Map<String, String> live = Requirements.of(DemoCameraOptions.DEFAULT);
        assertEquals("gstreamer1.0-plugins-ugly", live.get("x264enc"));
        assertFalse(live.containsKey("x265enc"));
        assertFalse(live.containsKey("compositor"));
        assertFalse(live.containsKey("avenc_aac"));
    }

    @Test
    void clipsWithSoundNeedMore() {
        Map<String, String> clip = Requirements.of(new DemoCameraOptions(
                "127.0.0.1",
                0,
                1,
                Mode.CLIP,
                new Video(Codec.H265, 640, 360, 25, 2, 1000),
                Audio.AAC,
                Optional.empty(),
                GetParameter.ANSWERED,
                0,
                60));
        assertEquals("gstreamer1.0-plugins-bad", clip.get("x265enc"));
        assertEquals("gstreamer1.0-plugins-bad", clip.get("h265parse"));
        assertEquals("gstreamer1.0-libav", clip.get("avenc_aac"));
        assertFalse(clip.containsKey("x264enc"));
    }
}
