package org.rnvr.pipeline.gst.internal.playback;

import java.util.Optional;

/**
 * Which moment is shown: arithmetic on readings of a monotonic clock. Playing, it waits until {@link #go} says that the
 * pictures of its moment are there. Moments are in nanoseconds since the epoch. One thread.
 */
final class PlayClock {

    private long position;
    private double rate = 1;
    private boolean playing;
    private Optional<Motion> motion = Optional.empty();
    private Optional<Loop> loop = Optional.empty();

    /** A range that is repeated. */
    record Loop(long from, long to) {}

    PlayClock(long position) {
        this.position = position;
    }

    long position(long nanoTime) {
        return motion.map(going -> going.at(nanoTime)).orElse(position);
    }

    double rate() {
        return rate;
    }

    boolean isPlaying() {
        return playing;
    }

    /** How the time goes on; empty while it stands or waits. */
    Optional<Motion> motion() {
        return motion;
    }

    /** Goes to a moment, and waits there if it plays. */
    void seek(long moment) {
        position = moment;
        motion = Optional.empty();
    }

    /** Plays from where it is, once {@link #go} is called. */
    void play(double newRate, long nanoTime) {
        seek(position(nanoTime));
        rate = newRate;
        playing = true;
    }

    /** Goes on from where it waits; nothing if it does not play. */
    void go(long nanoTime) {
        if (playing && motion.isEmpty()) {
            motion = Optional.of(new Motion(nanoTime, position, rate, loop.map(this::end)));
        }
    }

    /** Where a repetition ends; where it is, if that is behind it. */
    private long end(Loop range) {
        return rate > 0 ? Math.max(position, range.to()) : Math.min(position, range.from());
    }

    /** Stands still at a moment. */
    void stop(long moment) {
        seek(moment);
        playing = false;
    }

    /** Repeats a range, or none; if it plays, it waits where it is. */
    void repeat(Optional<Loop> range, long nanoTime) {
        seek(position(nanoTime));
        loop = range;
    }

    /** Where a repetition goes on if its range has come to an end; empty if not. */
    Optional<Long> wrap(long nanoTime) {
        if (motion.isEmpty() || loop.isEmpty()) {
            return Optional.empty();
        }
        long now = position(nanoTime);
        Loop range = loop.get();
        if (rate > 0) {
            return now >= range.to() ? Optional.of(range.from()) : Optional.empty();
        }
        return now <= range.from() ? Optional.of(range.to()) : Optional.empty();
    }
}
