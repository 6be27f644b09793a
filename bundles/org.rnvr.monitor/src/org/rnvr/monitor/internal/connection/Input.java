package org.rnvr.monitor.internal.connection;

import java.util.List;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.monitor.internal.path.PathResult;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.SessionFailure;

/** Something that a connection reacts to. */
public sealed interface Input {

    /** Time passed. */
    record Tick() implements Input {}

    /** The camera shall be connected; at once, if it is waited for. */
    record Wanted() implements Input {}

    /**
     * The camera shall not be connected.
     *
     * @param why what lies behind it
     */
    record Unwanted(StatusDetail why) implements Input {}

    /**
     * The settings changed in a way that leaves sessions alone.
     *
     * @param terms the new terms
     */
    record TermsChanged(Terms terms) implements Input {}

    /** The camera's pipeline is there. */
    record PipelineOpened() implements Input {}

    /** The camera's pipeline is going, and all its sessions with it. */
    record PipelineClosed() implements Input {}

    /**
     * The camera's pipeline could not be opened.
     *
     * @param text why, one sentence for the operator
     */
    record PipelineRefused(String text) implements Input {}

    /**
     * The session asked for has this number.
     *
     * @param session its number
     */
    record SessionOpened(long session) implements Input {}

    /**
     * A session holds its first key frame.
     *
     * @param firstFrameNanos arrival of that frame
     * @param session its number
     * @param media what it delivers
     */
    record SessionReady(long firstFrameNanos, long session, MediaDescription media) implements Input {}

    /**
     * A session delivers nothing any more.
     *
     * @param session its number
     * @param failure why
     */
    record SessionFailed(long session, SessionFailure failure) implements Input {}

    /**
     * What is seen of the active session, and what the strategies think of it.
     *
     * @param session its number
     * @param lastVideoNanos arrival of its last video
     * @param judgements one for each strategy that acts
     */
    record Observed(long session, long lastVideoNanos, List<Judgement> judgements) implements Input {
        public Observed {
            judgements = List.copyOf(judgements);
        }
    }

    /**
     * A request on a session ended.
     *
     * @param session its number
     * @param reply what came of it
     */
    record Replied(long session, Reply reply) implements Input {}

    /** What a request on a session tells. */
    enum Reply {
        /** The camera answered. */
        ANSWERED,
        /** The camera answered that it does not know the session. */
        SESSION_UNKNOWN,
        /** The camera does not take such requests. */
        NOT_OFFERED,
        /** No answer came. */
        NONE
    }

    /**
     * A look at the path to the camera ended.
     *
     * @param result what was seen
     */
    record PathLooked(PathResult result) implements Input {}
}
