package org.rnvr.config.internal.secret;

/** The storage of secrets failed. The message says why, for an operator, and holds no secret. */
public final class SecretStorageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With the reason and its cause. */
    public SecretStorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With the reason. */
    public SecretStorageException(String message) {
        super(message);
    }
}
