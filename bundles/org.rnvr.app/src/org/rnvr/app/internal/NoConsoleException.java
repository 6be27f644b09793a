package org.rnvr.app.internal;

/** The console cannot open, and the recorder can go on without it. Its message is for the operator. */
final class NoConsoleException extends Exception {

    private static final long serialVersionUID = 1L;

    NoConsoleException(String message, Throwable cause) {
        super(message, cause);
    }
}
