package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;

/** Shows each frame when its moment comes, as far as they can be decoded and drawn so fast. */
final class Playing implements Performance {

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);
    private static final Duration TRY_AGAIN = Duration.ofMillis(500);
    private static final int MOST_AHEAD = 3;
    private static final long LATE = 60 * NANOS_PER_MILLI;
    private static final long TOO_LATE = 500 * NANOS_PER_MILLI;
    private static final long LONGEST_WITHOUT_PICTURE = 150 * NANOS_PER_MILLI;
    private static final long PREPARED_BEFORE_THE_END = 5_000 * NANOS_PER_MILLI;

    private final Motion motion;
    private final Roll roll;
    private final Reel reel;
    private final Picture picture;
    private final Executor helper;
    private final LongSupplier nanoTime;
    private Optional<Strip> prepared = Optional.empty();
    private boolean aimed;

    /**
     * Shows nothing yet.
     *
     * @param helper takes what may be done beside
     * @param nanoTime a monotonic clock
     */
    Playing(Motion motion, Roll roll, Reel reel, Picture picture, Executor helper, LongSupplier nanoTime) {
        this.motion = motion;
        this.roll = roll;
        this.reel = reel;
        this.picture = picture;
        this.helper = helper;
        this.nanoTime = nanoTime;
    }

    @Override
    public Progress next() throws IOException {
        long now = nanoTime.getAsLong();
        long position = motion.at(now);
        Optional<Strip> strip = roll.at(position);
        if (!aimed) {
            aim(strip, position);
        }
        Optional<DecodedFrame> head = aimed ? reel.peek() : Optional.empty();
        if (head.isEmpty()) {
            return Progress.ended(position, strip.map(Strip::last), TRY_AGAIN);
        }
        prepareNextFile(position);
        long wait = motion.nanosUntil(head.get().time(), now);
        return wait > 0
                ? Progress.running(position, false, untilNext(head.get().time(), wait))
                : showNext(strip, position, now, -wait);
    }

    private void aim(Optional<Strip> strip, long position) throws IOException {
        Optional<Strip> from = strip.isPresent() ? strip : roll.from(position);
        if (from.isPresent()) {
            reel.aim(from.get(), Math.max(0, from.get().rankAt(position)), false);
            aimed = true;
        }
    }

    private Duration untilNext(long time, long wait) throws IOException {
        long left = wait;
        if (wait > LATE / MOST_AHEAD) {
            reel.prepare(MOST_AHEAD);
            left = motion.nanosUntil(time, nanoTime.getAsLong());
        }
        return Duration.ofNanos(Math.max(0, Math.min(left, LOOK_AROUND.toNanos())));
    }

    private Progress showNext(Optional<Strip> strip, long position, long now, long late) throws IOException {
        if (late > TOO_LATE && strip.isPresent()) {
            reel.aim(strip.get(), strip.get().rankAt(position), false);
        }
        boolean overtaken = late > LATE || reel.hasAnotherUntil(position);
        Optional<DecodedFrame> frame = reel.next();
        if (frame.isPresent()) {
            if (picture.shows(frame.get().time()) || overtaken && now - picture.drawn() < LONGEST_WITHOUT_PICTURE) {
                frame.get().close();
            } else {
                picture.show(frame.get());
            }
        }
        return Progress.running(position, late > TOO_LATE, Duration.ZERO);
    }

    private void prepareNextFile(long position) throws IOException {
        Optional<Strip> reading = reel.strip();
        if (reading.isPresent()
                && !reading.equals(prepared)
                && reading.get().last() - position < PREPARED_BEFORE_THE_END * motion.rate()) {
            prepared = reading;
            roll.prepareAfter(reading.get(), helper);
        }
    }
}
