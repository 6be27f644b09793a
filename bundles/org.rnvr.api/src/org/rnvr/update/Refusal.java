package org.rnvr.update;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a change of the installation was refused.
 *
 * @param reason the reason
 * @param artifact what is refused: a feature, an artifact with its version, or a repository; empty when it is not about one
 * @param key the key, where it is about one
 * @param message one sentence for the operator: what is refused and why, without secrets
 */
public record Refusal(Reason reason, Optional<String> artifact, Optional<SigningKey> key, String message) {
    public Refusal {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(artifact);
        Objects.requireNonNull(key);
        Objects.requireNonNull(message);
    }

    /** The kind of refusal. */
    public enum Reason {
        /** An artifact is not signed, and {@code updates.allow_unsigned} does not allow that. */
        UNSIGNED,
        /** An artifact is not what was signed. */
        TAMPERED,
        /** An artifact is signed with a key that is not trusted. */
        UNKNOWN_KEY,
        /** An artifact is not of the checksum that its repository names. */
        WRONG_CHECKSUM,
        /** A repository or an artifact ended too early, or cannot be read. */
        DAMAGED,
        /** A repository cannot be reached, or is none. */
        UNREACHABLE,
        /** No repository is known to look in. */
        NO_REPOSITORY,
        /** There is no such feature, installed or in the repository. */
        UNKNOWN_FEATURE,
        /** The feature is a part of RNVR itself. */
        OWN_FEATURE,
        /** What is asked for does not go together with what is installed. */
        NO_SOLUTION,
        /** The installation cannot be written to, or it is not one that RNVR can change. */
        NOT_WRITABLE,
        /** Another change is under way, or was interrupted. */
        BUSY,
        /** There is nothing to go back to. */
        NOTHING_FORMER,
        /** It was cancelled. */
        CANCELLED,
        /** Anything else; the log has the details. */
        FAILED
    }
}
