package org.rnvr.config;

/** How media travel from camera to recorder. */
public enum Transport {
    /** Interleaved in the RTSP connection (RFC 2326 section 10.12). */
    TCP,
    /** RTP over UDP. */
    UDP,
    /** UDP first, then TCP. */
    AUTO
}
