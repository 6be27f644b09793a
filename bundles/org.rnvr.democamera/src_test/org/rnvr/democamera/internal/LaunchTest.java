package org.rnvr.democamera.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rnvr.democamera.Audio;
import org.rnvr.democamera.Codec;
import org.rnvr.democamera.Video;

class LaunchTest {

    @Test
    void aClipIsMadeOfWholeGroupsOfPictures() {
        for (int gop = 1; gop <= 10; gop++) {
            Video video = new Video(Codec.H264, 640, 360, 25, gop, 1000);
            int frames = new Launch(video, Audio.NONE).clipFrames();
            assertEquals(0, frames % (gop * 25), "GOP of " + gop + " s");
            assertTrue(frames >= 50, "at least two seconds");
        }
    }

    @Test
    void keyFramesComeAsOftenAsAskedFor() {
        Video video = new Video(Codec.H265, 640, 360, 15, 4, 1000);
        assertTrue(new Launch(video, Audio.NONE).live("demo1", 1).contains("key-int-max=60 "));
    }

    @Test
    void camerasDifferInColour() {
        Launch launch = new Launch(Video.DEFAULT, Audio.NONE);
        Set<String> colours = new HashSet<>();
        for (int number = 1; number <= 64; number++) {
            Matcher matcher = Pattern.compile("background-color=(\\S+)").matcher(launch.live("demo" + number, number));
            assertTrue(matcher.find());
            assertTrue(colours.add(matcher.group(1)), "camera " + number);
        }
    }

    @Test
    void theNameIsInThePicture() {
        Launch launch = new Launch(Video.DEFAULT, Audio.NONE);
        assertTrue(launch.live("demo7", 7).contains("text=\"demo7\""));
        assertTrue(launch.videoClip("demo7", 7).contains("text=\"demo7\""));
    }

    @Test
    void soundIsASecondTrack() {
        assertEquals(1, new Launch(Video.DEFAULT, Audio.NONE).tracks());
        assertFalse(new Launch(Video.DEFAULT, Audio.NONE).repeat().contains("pay1"));
        for (Audio audio : new Audio[] {Audio.AAC, Audio.PCMA, Audio.PCMU}) {
            Launch launch = new Launch(Video.DEFAULT, audio);
            assertEquals(2, launch.tracks());
            assertTrue(launch.repeat().contains("name=pay1"));
            assertTrue(launch.live("demo1", 1).contains("name=pay1"));
        }
    }
}
