package org.rnvr.democamera;

/**
 * How a demo camera treats the RTSP request GET_PARAMETER, which clients use as a keep-alive.
 *
 * @param behaviour what happens to the request
 * @param status the RTSP status of the answer for {@link Behaviour#REFUSE}, otherwise 0
 */
public record GetParameter(Behaviour behaviour, int status) {

    /** The request is answered with 200. */
    public static final GetParameter ANSWERED = new GetParameter(Behaviour.ANSWER, 0);
    /** The server neither offers nor knows the request; clients are left with OPTIONS. */
    public static final GetParameter NOT_OFFERED = new GetParameter(Behaviour.NOT_OFFERED, 0);
    /** The request is offered but never answered. */
    public static final GetParameter SWALLOWED = new GetParameter(Behaviour.SWALLOW, 0);

    /** What happens to the request. */
    public enum Behaviour {
        /** Answered with 200. */
        ANSWER,
        /** Not listed in {@code Public} and answered with 501. */
        NOT_OFFERED,
        /** Never answered. */
        SWALLOW,
        /** Answered with an error status. */
        REFUSE
    }

    /**
     * Checks the status.
     *
     * @throws IllegalArgumentException if a refusal's status is not between 400 and 599
     */
    public GetParameter {
        if (behaviour == Behaviour.REFUSE && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("a refusal's status is between 400 and 599, not " + status);
        }
    }

    /**
     * The request is answered with an error.
     *
     * @param status RTSP status, 400 to 599
     * @return the behaviour
     * @throws IllegalArgumentException if the status is outside that range
     */
    public static GetParameter refused(int status) {
        return new GetParameter(Behaviour.REFUSE, status);
    }
}
