package org.rnvr.democamera;

/** The demo cameras cannot run; the message says why and, where it can be told, what to install. */
public final class DemoCameraException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With a message for the operator.
     *
     * @param message one sentence
     */
    public DemoCameraException(String message) {
        super(message);
    }

    /**
     * With a message for the operator and its cause.
     *
     * @param message one sentence
     * @param cause what happened
     */
    public DemoCameraException(String message, Throwable cause) {
        super(message, cause);
    }
}
