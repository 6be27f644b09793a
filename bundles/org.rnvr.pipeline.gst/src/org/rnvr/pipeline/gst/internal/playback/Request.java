package org.rnvr.pipeline.gst.internal.playback;

import java.util.Optional;
import java.util.function.IntConsumer;

/** Something a player is asked for. */
final class Request {

    private final Kind kind;
    private final int frames;
    private final IntConsumer action;

    /** What can be asked for. */
    enum Kind {
        SEEK,
        SCRUB,
        PLAY,
        PAUSE,
        STEP,
        REPEAT
    }

    private Request(Kind kind, int frames, IntConsumer action) {
        this.kind = kind;
        this.frames = frames;
        this.action = action;
    }

    static Request of(Kind kind, Runnable action) {
        return new Request(kind, 0, frames -> action.run());
    }

    /** To go on by so many frames. */
    static Request step(int frames, IntConsumer action) {
        return new Request(Kind.STEP, frames, action);
    }

    void carryOut() {
        action.accept(frames);
    }

    /** The one that does as much as this and then a newer one; empty if it takes both. */
    Optional<Request> with(Request newer) {
        return kind == newer.kind
                ? Optional.of(new Request(kind, frames + newer.frames, newer.action))
                : Optional.empty();
    }
}
