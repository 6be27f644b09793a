package org.rnvr.control;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * A camera did not do what it was asked for. The message is one sentence for the operator, in English; it never holds a
 * password.
 */
public final class ControlException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DETAIL = 200;

    private final Reason reason;
    private final String detail;

    /**
     * With a reason.
     *
     * @param detail what the camera itself says of it, or its address; empty when there is nothing to add. Of a long one the
     *     beginning is kept.
     */
    public ControlException(Reason reason, String detail) {
        this.reason = Objects.requireNonNull(reason);
        String line = detail.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        this.detail = line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) : line;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What the camera itself says of it, or its address; empty when there is nothing to add. One line. */
    public String detail() {
        return detail;
    }

    @Override
    public String getMessage() {
        return detail.isEmpty() ? reason.sentence + "." : reason.sentence + ": " + detail;
    }

    /** The exception of this class by which a stage failed, if it is one. */
    public static Optional<ControlException> of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ControlException control ? Optional.of(control) : Optional.empty();
    }

    /** Why a camera did not do what it was asked for. */
    public enum Reason {
        /** It has no motors, or none that the protocol reaches. */
        NOT_MOVABLE("The camera cannot be moved"),
        /** Nothing listens at its address. */
        UNREACHABLE("The camera cannot be reached"),
        /** It did not answer in time. */
        TIMED_OUT("The camera did not answer in time"),
        /** It refuses the credentials. */
        NOT_AUTHORIZED("The camera refuses the user name or password"),
        /** It only takes a password that everybody in the network can read, which it is not given. */
        UNSAFE_SIGN_IN("The camera only takes a readable password, which it is not given"),
        /** It understood and refuses. */
        REFUSED("The camera refused the request"),
        /** Its answer makes no sense. */
        NOT_UNDERSTOOD("The camera's answer is not understood"),
        /** It was closed, or is asked for more than it can take. */
        NOT_ASKED("The camera was not asked");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }
}
