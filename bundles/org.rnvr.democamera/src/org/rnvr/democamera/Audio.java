package org.rnvr.democamera;

/** The sound that a demo camera sends beside its picture. */
public enum Audio {
    /** No sound; the camera describes one video stream only. */
    NONE,
    /** AAC-LC, 16 kHz, mono. */
    AAC,
    /** G.711 A-law, 8 kHz, mono. */
    PCMA,
    /** G.711 µ-law, 8 kHz, mono. */
    PCMU
}
