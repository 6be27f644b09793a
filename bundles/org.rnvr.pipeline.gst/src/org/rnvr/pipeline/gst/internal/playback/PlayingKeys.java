package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Shows each key frame when its moment comes, forwards or backwards. */
record PlayingKeys(Motion motion, Roll roll, KeyFrames keys, LongSupplier nanoTime) implements Performance {

    private static final Duration LOOK_AROUND = Duration.ofMillis(200);
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(15);

    @Override
    public Progress next() throws IOException {
        long position = motion.at(nanoTime.getAsLong());
        Optional<Strip> strip = roll.at(position);
        if (strip.isEmpty()) {
            return beforeAll(position);
        }
        Strip here = strip.get();
        int key = Math.max(0, here.keyAt(position));
        keys.show(here, key);
        Duration pause = untilNext(here, key);
        boolean ends = motion.isForward()
                && position >= here.last()
                && roll.after(here).isEmpty();
        return ends
                ? Progress.ended(position, Optional.of(here.last()), pause)
                : Progress.running(position, false, pause);
    }

    /** Where nothing is recorded that is not after it, or cannot be read. */
    private Progress beforeAll(long position) throws IOException {
        Optional<Strip> following = roll.from(position);
        boolean ends = motion.isForward()
                ? following.isEmpty()
                : roll.failureAt(position).isEmpty();
        return ends
                ? Progress.ended(position, following.map(Strip::first), LOOK_AROUND)
                : Progress.running(position, false, LOOK_AROUND);
    }

    private Duration untilNext(Strip strip, int key) {
        if (motion.isForward() && key + 1 == strip.video().keys()) {
            return LOOK_AROUND;
        }
        long next = motion.isForward() ? strip.keyTime(key + 1) : strip.keyTime(key) - 1;
        long wait = motion.nanosUntil(next, nanoTime.getAsLong());
        return Duration.ofNanos(Math.max(BETWEEN_KEYS.toNanos(), Math.min(wait, LOOK_AROUND.toNanos())));
    }
}
