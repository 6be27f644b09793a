package org.rnvr.monitor;

/** What lies behind a {@link ConnectionState}. */
public enum StatusDetail {
    /** Nothing to add. */
    NONE,
    /** The camera is switched off in the configuration. */
    DISABLED,
    /** The operator stopped the camera, or it is not started by itself. */
    STOPPED,
    /** The configuration of the camera cannot be used. */
    CONFIGURATION_ERROR,
    /** This machine lacks something: GStreamer, or an element of it. */
    MACHINE_ERROR,
    /** The camera refuses: credentials, stream, number of sessions, codec. */
    CAMERA_ERROR,
    /** The network or the camera does not answer. */
    COMMUNICATION_ERROR
}
