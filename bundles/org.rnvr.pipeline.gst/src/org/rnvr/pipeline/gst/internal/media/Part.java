package org.rnvr.pipeline.gst.internal.media;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is taken from a file.
 *
 * @param file the file
 * @param videoFormat how its video is coded
 * @param audioFormat how its sound is coded; empty if none of it is taken
 * @param video frames of the video
 * @param audio frames of the sound
 * @param zero time of the first frame of the file, in nanoseconds since the beginning of the whole
 * @param start time of the first frame taken
 * @param end time of the last frame taken
 * @param leadingFrom frames that are shown before this time of the file cannot be decoded
 */
record Part(
        Path file,
        VideoFormat videoFormat,
        Optional<AudioFormat> audioFormat,
        Range video,
        Range audio,
        long zero,
        long start,
        long end,
        long leadingFrom) {

    /** Samples from an index up to, but not with, another. */
    record Range(int from, int to) {

        int count() {
            return Math.max(0, to - from);
        }
    }
}
