package org.rnvr.democamera;

import java.util.Objects;

/**
 * What a demo camera's picture is like.
 *
 * @param codec encoding
 * @param width pixels, even, 64 to 7680
 * @param height pixels, even, 64 to 4320
 * @param fps frames a second, 1 to 120
 * @param gopSeconds seconds between key frames, 1 to 60; there are no B frames
 * @param bitrateKbps kilobits a second that the encoder aims at, 16 to 100000
 */
public record Video(Codec codec, int width, int height, int fps, int gopSeconds, int bitrateKbps) {

    /** H.264, 1280 × 720, 25 frames a second, a key frame every 2 s, 2 Mbit/s. */
    public static final Video DEFAULT = new Video(Codec.H264, 1280, 720, 25, 2, 2000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside its range
     */
    public Video {
        Objects.requireNonNull(codec, "codec");
        requireEven("width", width, 7680);
        requireEven("height", height, 4320);
        requireRange("fps", fps, 1, 120);
        requireRange("gop-seconds", gopSeconds, 1, 60);
        requireRange("bitrate-kbps", bitrateKbps, 16, 100_000);
    }

    private static void requireEven(String name, int value, int max) {
        requireRange(name, value, 64, max);
        if (value % 2 != 0) {
            throw new IllegalArgumentException(name + " must be even, not " + value);
        }
    }

    private static void requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be between " + min + " and " + max + ", not " + value);
        }
    }
}
