package org.rnvr.monitor.internal.connection;

import java.util.Objects;
import java.util.OptionalLong;
import org.rnvr.pipeline.MediaDescription;

/** What is being done to get a session. */
sealed interface Effort {

    /**
     * Nothing until the next attempt is due.
     *
     * @param dueNanos when it is
     */
    record Waiting(long dueNanos) implements Effort {}

    /**
     * It is looked, again and again, whether the camera can be reached.
     *
     * @param sinceNanos since when
     * @param nextNanos when the next look is due, whether or not those before have ended
     */
    record Looking(long sinceNanos, long nextNanos) implements Effort {}

    /**
     * A session was asked for; its number follows at once.
     *
     * @param sinceNanos since when
     * @param session its number
     * @param nextLookNanos when it is looked whether the camera can still be reached
     * @param cut whether it could not be reached at some time since
     */
    record Opening(long sinceNanos, OptionalLong session, long nextLookNanos, boolean cut) implements Effort {
        public Opening {
            Objects.requireNonNull(session);
        }

        boolean opens(long number) {
            return session.isPresent() && session.getAsLong() == number;
        }
    }

    /**
     * A session holds its first key frame.
     *
     * @param session its number
     * @param askedNanos when it was asked for
     * @param firstFrameNanos arrival of that frame
     * @param sinceNanos when that was told
     * @param media what it delivers
     */
    record Held(long session, long askedNanos, long firstFrameNanos, long sinceNanos, MediaDescription media)
            implements Effort {
        public Held {
            Objects.requireNonNull(media);
        }
    }

    /** The session that this has opened. */
    default OptionalLong openSession() {
        if (this instanceof Opening opening) {
            return opening.session();
        }
        return this instanceof Held held ? OptionalLong.of(held.session()) : OptionalLong.empty();
    }
}
