package org.rnvr.config;

/** Where the session goes that is to replace a suspected one. */
public enum StandbySession {
    /** Beside the suspected one, unless the camera turns out to have room for one session only. */
    AUTO,
    /** Always beside it. */
    BESIDE,
    /** Always in its place: the suspected session is closed first. */
    INSTEAD
}
