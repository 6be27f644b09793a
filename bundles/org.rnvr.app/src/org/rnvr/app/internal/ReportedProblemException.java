package org.rnvr.app.internal;

/** A problem that ends the application. Its message is for the operator. */
final class ReportedProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    ReportedProblemException(String message) {
        super(message);
    }

    ReportedProblemException(String message, Throwable cause) {
        super(message, cause);
    }
}
