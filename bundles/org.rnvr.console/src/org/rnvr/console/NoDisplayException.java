package org.rnvr.console;

/** There is no display on which the console could open. Its message is one sentence for the operator. */
public final class NoDisplayException extends Exception {

    private static final long serialVersionUID = 1L;

    NoDisplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
