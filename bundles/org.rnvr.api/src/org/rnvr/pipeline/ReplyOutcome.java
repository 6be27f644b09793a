package org.rnvr.pipeline;

/** What became of a request for a sign of life. */
public enum ReplyOutcome {
    /** The camera answered, with whatever status. */
    ANSWERED,
    /** Nothing was sent: the camera does not offer the request. */
    NOT_OFFERED,
    /** Nothing was sent: the session is not open yet. */
    NOT_OPEN,
    /** The request was sent and no answer came in the time the connection allows. */
    TIMED_OUT,
    /** The request could not be sent, or the connection broke. */
    FAILED
}
