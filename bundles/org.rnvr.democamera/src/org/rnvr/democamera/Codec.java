package org.rnvr.democamera;

/** How a demo camera encodes its picture. */
public enum Codec {
    /** H.264 (AVC). */
    H264,
    /** H.265 (HEVC). */
    H265
}
