package org.rnvr.config;

import java.util.Objects;

/**
 * Something in the configuration file that deserves the operator's eye.
 *
 * @param severity how bad it is
 * @param path the JSON path, for example {@code cameras[2].rtsp_url}; the file itself when it concerns all of it
 * @param message what was found, what is allowed and what is used instead, in one sentence without secrets
 */
public record ConfigurationProblem(Severity severity, String path, String message) {
    public ConfigurationProblem {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(path);
        Objects.requireNonNull(message);
    }

    /** As printed: {@code PATH: message}. */
    @Override
    public String toString() {
        return path + ": " + message;
    }

    /** How bad a problem is. */
    public enum Severity {
        /** Works as meant, and could be written better, for example an older name. */
        NOTE,
        /** The value is not used. */
        ERROR,
        /** The file as a whole cannot be used. */
        UNREADABLE
    }
}
