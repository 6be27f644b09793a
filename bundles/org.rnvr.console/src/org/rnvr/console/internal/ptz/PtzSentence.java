package org.rnvr.console.internal.ptz;

import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;

/** Tells why a camera did not do what it was asked for. */
final class PtzSentence {

    private PtzSentence() {}

    static String of(Throwable failure) {
        Optional<ControlException> known = ControlException.of(failure);
        return known.map(it -> it.detail().isEmpty()
                        ? of(it.reason())
                        : NLS.bind(Messages.reason_with_detail, of(it.reason()), Reasons.told(it.detail())))
                .orElse(Messages.reason_unknown);
    }

    private static String of(Reason reason) {
        return switch (reason) {
            case NOT_MOVABLE -> Messages.reason_not_movable;
            case UNREACHABLE -> Messages.reason_unreachable;
            case TIMED_OUT -> Messages.reason_timed_out;
            case NOT_AUTHORIZED -> Messages.reason_not_authorized;
            case UNSAFE_SIGN_IN -> Messages.reason_unsafe_sign_in;
            case REFUSED -> Messages.reason_refused;
            case NOT_UNDERSTOOD -> Messages.reason_not_understood;
            case NOT_ASKED -> Messages.reason_not_asked;
        };
    }
}
