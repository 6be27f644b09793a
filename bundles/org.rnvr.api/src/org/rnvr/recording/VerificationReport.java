package org.rnvr.recording;

import java.util.List;
import java.util.Objects;

/**
 * What the verification of an export showed.
 *
 * @param problems all that does not match, one sentence each, beginning with the file; empty when everything does
 * @param files how many files were compared
 * @param keyFingerprint SHA-256 of the public key that the signature was checked with, in hexadecimal
 * @param ownKey whether that is the key of this installation
 */
public record VerificationReport(List<String> problems, int files, String keyFingerprint, boolean ownKey) {
    public VerificationReport {
        problems = List.copyOf(problems);
        Objects.requireNonNull(keyFingerprint);
    }

    /** Whether everything matches. */
    public boolean isGood() {
        return problems.isEmpty();
    }
}
