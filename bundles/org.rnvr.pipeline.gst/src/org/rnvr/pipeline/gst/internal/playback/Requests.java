package org.rnvr.pipeline.gst.internal.playback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a player is still to do. A key that is held while a disk is slow does not make it longer. One thread. */
final class Requests {

    private final Deque<Request> waiting = new ArrayDeque<>();

    void add(Request request) {
        Optional<Request> both = Optional.ofNullable(waiting.peekLast()).flatMap(last -> last.with(request));
        if (both.isPresent()) {
            waiting.removeLast();
        }
        waiting.addLast(both.orElse(request));
    }

    /** What is to be done next, which is not there any more then. */
    Optional<Request> next() {
        return Optional.ofNullable(waiting.poll());
    }
}
