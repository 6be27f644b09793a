package org.rnvr.pipeline;

import java.util.Objects;

/**
 * Why a session failed.
 *
 * @param kind the reason as a class
 * @param text one sentence for the operator, without secrets
 */
public record SessionFailure(FailureKind kind, String text) {
    public SessionFailure {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
    }
}
