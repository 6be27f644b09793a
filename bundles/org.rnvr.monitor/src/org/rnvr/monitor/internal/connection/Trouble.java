package org.rnvr.monitor.internal.connection;

import java.util.Objects;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.pipeline.SessionFailure;

/**
 * Why a camera is not streaming.
 *
 * @param detail what lies behind it
 * @param text one sentence for the operator
 * @param lasting whether it will hardly pass by itself, so that frequent attempts do no good, or even harm: wrong
 *     passwords in quick succession lock an account
 */
public record Trouble(StatusDetail detail, String text, boolean lasting) {

    /** Nothing is wrong. */
    public static final Trouble NONE = new Trouble(StatusDetail.NONE, "", false);

    public Trouble {
        Objects.requireNonNull(detail);
        Objects.requireNonNull(text);
    }

    /** Network or camera do not answer. */
    public static Trouble silence(String text) {
        return new Trouble(StatusDetail.COMMUNICATION_ERROR, text, false);
    }

    /** This machine cannot do what is needed. */
    public static Trouble machine(String text) {
        return new Trouble(StatusDetail.MACHINE_ERROR, text, true);
    }

    /** A session failed. */
    public static Trouble of(SessionFailure failure) {
        return switch (failure.kind()) {
            case FRAMEWORK_MISSING, ELEMENT_MISSING -> machine(failure.text());
            case BAD_URL -> new Trouble(StatusDetail.CONFIGURATION_ERROR, failure.text(), true);
            case UNAUTHORIZED, NOT_FOUND, UNSUPPORTED_MEDIA ->
                new Trouble(StatusDetail.CAMERA_ERROR, failure.text(), true);
            case BUSY, PROTOCOL -> new Trouble(StatusDetail.CAMERA_ERROR, failure.text(), false);
            case UNREACHABLE, REFUSED, ENDED -> silence(failure.text());
        };
    }
}
