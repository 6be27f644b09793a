package org.rnvr.pipeline;

/** Why a session could not be opened or ended. */
public enum FailureKind {
    /** GStreamer is not installed or cannot be used. */
    FRAMEWORK_MISSING,
    /** A GStreamer element that the session needs is not installed. */
    ELEMENT_MISSING,
    /** The URL is missing or not one of an RTSP camera. */
    BAD_URL,
    /** The host name is unknown, or nothing answers at the address in time. */
    UNREACHABLE,
    /** The address answers but refuses the connection. */
    REFUSED,
    /** User name or password are wrong or missing (RTSP 401, 403). */
    UNAUTHORIZED,
    /** The camera has no such stream (RTSP 404, 410, 454 while opening). */
    NOT_FOUND,
    /** The camera has no room for a further session (RTSP 453, 503). */
    BUSY,
    /** The camera sends no video in a codec that RNVR can record. */
    UNSUPPORTED_MEDIA,
    /** The camera answered with something else than what the protocol allows, or with another error status. */
    PROTOCOL,
    /** The camera or the network ended the session. */
    ENDED
}
