package org.rnvr.media;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a recorded file holds.
 *
 * @param videoCodec {@code h264} or {@code h265}
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param audioCodec name of the sound's coding; empty without sound
 * @param length from the first frame to the last
 * @param frames number of video frames
 * @param bytes size of the file
 */
public record MediaFacts(
        String videoCodec,
        int width,
        int height,
        Optional<String> audioCodec,
        Duration length,
        long frames,
        long bytes) {
    public MediaFacts {
        Objects.requireNonNull(videoCodec);
        Objects.requireNonNull(audioCodec);
        Objects.requireNonNull(length);
    }
}
