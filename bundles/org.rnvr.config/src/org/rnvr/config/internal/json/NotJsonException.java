package org.rnvr.config.internal.json;

/** A text is no JSON document. The message says where and why, and quotes nothing of the text. */
public final class NotJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    NotJsonException(String message) {
        super(message);
    }
}
