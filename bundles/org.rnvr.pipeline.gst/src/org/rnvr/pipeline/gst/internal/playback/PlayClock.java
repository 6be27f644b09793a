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
    record Loop(long from, long to) {

        /** Where it begins. */
        private long start(double rate) {
            return rate > 0 ? from : to;
        }

        /** Where it ends. */
        private long end(double rate) {
            return rate > 0 ? to : from;
        }

        /** Whether there is something of it ahead of a moment that belongs to it. */
        private boolean goesOnAt(long moment, double rate) {
            return rate > 0 ? from <= moment && moment < to : from < moment && moment <= to;
        }
    }

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

    /** Goes to a moment, or into the range that is repeated, and waits there if it plays. */
    void seek(long moment) {
        position = playing ? withinLoop(moment) : moment;
        motion = Optional.empty();
    }

    private long withinLoop(long moment) {
        return loop.filter(range -> !range.goesOnAt(moment, rate))
                .map(range -> range.start(rate))
                .orElse(moment);
    }

    /** Plays from where it is, or from where the range that is repeated begins, once {@link #go} is called. */
    void play(double newRate, long nanoTime) {
        long from = position(nanoTime);
        rate = newRate;
        playing = true;
        seek(from);
    }

    /** Goes on from where it waits; nothing if it does not play. */
    void go(long nanoTime) {
        if (playing && motion.isEmpty()) {
            motion = Optional.of(new Motion(nanoTime, position, rate, loop.map(range -> range.end(rate))));
        }
    }

    /** Stands still at a moment. */
    void stop(long moment) {
        playing = false;
        seek(moment);
    }

    /** Repeats a range, or none; if it plays, it waits where it is, or where the range begins. */
    void repeat(Optional<Loop> range, long nanoTime) {
        long here = position(nanoTime);
        loop = range;
        seek(here);
    }

    /** Where a repetition goes on if its range has come to an end; empty if not. */
    Optional<Long> wrap(long nanoTime) {
        if (motion.isEmpty()) {
            return Optional.empty();
        }
        long now = position(nanoTime);
        return loop.filter(range -> !range.goesOnAt(now, rate)).map(range -> range.start(rate));
    }

    /**
     * Where a repetition goes on if nothing more is recorded of its range; empty if none is repeated, or nothing of it is
     * recorded.
     *
     * @param last the last moment that is recorded, in the direction in which it plays
     */
    Optional<Long> wrapAtEnd(long last) {
        return loop.map(range -> range.start(rate)).filter(start -> rate > 0 ? last > start : last < start);
    }
}
