package org.rnvr.lab;

/** The command line makes no sense. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what makes no sense and what would. */
    public UsageException(String message) {
        super(message);
    }
}
