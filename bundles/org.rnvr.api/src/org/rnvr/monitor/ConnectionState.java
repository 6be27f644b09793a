package org.rnvr.monitor;

/** State of a camera's connection. */
public enum ConnectionState {
    /** Not wanted: the camera is disabled or was stopped. */
    DISCONNECTED,
    /** The first session is being opened. */
    CONNECTING,
    /** Media arrive. */
    STREAMING,
    /** Media arrived, and a strategy suspects that the camera is gone. */
    SUSPECT,
    /** The camera answers, but sends no media. */
    STALLED,
    /** The camera is gone. Its session may still come back to life before another replaces it. */
    LOST,
    /** RNVR is trying to get the camera back. */
    RECONNECTING,
    /** The configured number of attempts failed; RNVR goes on trying at a slow pace. */
    OFFLINE
}
