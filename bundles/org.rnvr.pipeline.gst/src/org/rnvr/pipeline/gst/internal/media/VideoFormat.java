package org.rnvr.pipeline.gst.internal.media;

import org.rnvr.pipeline.gst.internal.VideoCodec;

/**
 * How the video of a file is coded.
 *
 * @param codec of the video
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param sets what a decoder must know first
 * @param lengthBytes size of the length before each NAL unit; 0 for start codes
 */
record VideoFormat(VideoCodec codec, int width, int height, ParameterSets sets, int lengthBytes) {

    /** Whether frames of both can follow each other in one track. */
    boolean fits(VideoFormat other) {
        return codec == other.codec && width == other.width && height == other.height && sets.equals(other.sets);
    }
}
