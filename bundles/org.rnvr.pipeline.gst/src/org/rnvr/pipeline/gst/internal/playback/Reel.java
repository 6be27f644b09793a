package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;
import org.rnvr.pipeline.gst.internal.media.VideoFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the decoded frames of a roll one after the other, from any of them on, over the borders of files. It decodes no
 * more than it must: to go forward within what a decoder has begun it does not begin anew. One thread.
 */
final class Reel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reel.class);
    private static final long NONE = Long.MIN_VALUE;

    private final Roll roll;
    private final Decoding decoding;
    private final Deque<DecodedFrame> ahead = new ArrayDeque<>();
    private Optional<Strip> strip = Optional.empty();
    private Optional<VideoFile.Reader> reader = Optional.empty();
    private int next;
    private long fed = NONE;
    private long pulled = NONE;
    private long taken = NONE;

    Reel(Roll roll, Decoding.Decoders decoders) {
        this.roll = roll;
        this.decoding = new Decoding(decoders);
    }

    /** What is being read; empty before the first time. */
    Optional<Strip> strip() {
        return strip;
    }

    /**
     * Sees to it that what follows a frame comes next.
     *
     * @param rank of the frame
     * @param itself whether the frame itself must come too; else it may have been the last to be taken
     */
    void aim(Strip target, int rank, boolean itself) throws IOException {
        long time = target.time(target.video().shown(rank));
        int key = target.video().key(Math.max(0, target.keyAt(time)));
        boolean follows = taken != NONE && (itself ? taken < time : taken <= time);
        boolean comes = decoding.isDrained()
                ? taken == time || !ahead.isEmpty() && ahead.getLast().time() >= time
                : target.time(key) <= fed;
        if (!follows || !comes) {
            start(target, key, target.time(key) - 1);
            taken = pulled;
        }
    }

    /** Whether a frame was taken last, so that those after it come next. */
    boolean isAfter(long time) {
        return taken == time;
    }

    /** The next frame; empty where no more is recorded up to now. It is the caller's. */
    Optional<DecodedFrame> next() throws IOException {
        Optional<DecodedFrame> frame = peek();
        ahead.poll();
        frame.ifPresent(taking -> taken = taking.time());
        return frame;
    }

    /** The same, without taking it. */
    Optional<DecodedFrame> peek() throws IOException {
        if (ahead.isEmpty() && strip.isPresent()) {
            pull().ifPresent(ahead::add);
        }
        return Optional.ofNullable(ahead.peek());
    }

    /** Whether the frame after the next one is decoded, and not after a moment. */
    boolean hasAnotherUntil(long moment) {
        return ahead.stream()
                .skip(1)
                .findFirst()
                .map(frame -> frame.time() <= moment)
                .orElse(false);
    }

    /** Decodes one more frame, unless that many are waiting. */
    void prepare(int most) throws IOException {
        if (ahead.size() < most && !decoding.isDrained() && strip.isPresent()) {
            pull().ifPresent(ahead::add);
        }
    }

    /** A key frame alone; empty if it cannot be decoded. It is the caller's. What comes next must be aimed at anew. */
    Optional<DecodedFrame> key(Strip target, int number) throws IOException {
        int key = target.video().key(number);
        while (true) {
            start(target, key, NONE);
            taken = NONE;
            try {
                feed();
                decoding.drain();
                Optional<DecodedFrame> frame = decoding.poll();
                if (frame.isPresent() || decoding.isProven()) {
                    return frame;
                }
                throw Decoding.withoutPicture();
            } catch (FileTrouble e) {
                roll.fail(target.segment(), e.failure);
                return Optional.empty();
            } catch (Decoding.Trouble e) {
                decoding.replace(e);
            }
        }
    }

    /** A file cannot be read: no fault of the decoder. */
    private static final class FileTrouble extends IOException {
        private static final long serialVersionUID = 1L;
        private final IOException failure;

        FileTrouble(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private void start(Strip target, int key, long from) throws IOException {
        clearAhead();
        decoding.begin(target.video().codec());
        thread(target, key);
        fed = target.time(key);
        pulled = from;
    }

    private void thread(Strip target, int frame) throws IOException {
        boolean same = strip.isPresent() && strip.get().video() == target.video() && reader.isPresent();
        if (!same) {
            closeReader();
            try {
                reader = Optional.of(target.video().open());
            } catch (IOException e) {
                LOG.debug("{} is read in vain", target.segment().file(), e);
                roll.fail(target.segment(), e);
                throw e;
            }
        }
        strip = Optional.of(target);
        next = frame;
    }

    private Optional<DecodedFrame> pull() throws IOException {
        while (true) {
            try {
                Optional<DecodedFrame> frame = decoding.poll();
                if (frame.isPresent()) {
                    long time = frame.get().time();
                    if (time > pulled) {
                        pulled = time;
                        return frame;
                    }
                    frame.get().close();
                } else if (decoding.isDrained()) {
                    if (!resume()) {
                        return Optional.empty();
                    }
                } else if (!hasMore()) {
                    decoding.drain();
                } else {
                    feed();
                }
            } catch (FileTrouble e) {
                Strip broken = strip.orElseThrow();
                roll.fail(broken.segment(), e.failure);
                next = broken.video().end();
            } catch (Decoding.Trouble e) {
                recover(e);
            }
        }
    }

    private void feed() throws IOException {
        Strip from = strip.orElseThrow();
        byte[] bytes;
        try {
            bytes = reader.orElseThrow().frame(next);
        } catch (IOException e) {
            throw new FileTrouble(e);
        }
        long time = from.time(next);
        decoding.feed(bytes, time, from.decodingTime(next), from.video().isKey(next));
        fed = Math.max(fed, time);
        next++;
    }

    /** Whether there is a frame for this decoder after the last one it got. */
    private boolean hasMore() throws IOException {
        Strip here = strip.orElseThrow();
        if (next < here.video().end()) {
            return true;
        }
        Strip now = roll.refreshed(here);
        if (next < now.video().end()) {
            thread(now, next);
            return true;
        }
        Optional<Strip> following = roll.after(now);
        if (following.isPresent() && decoding.takes(following.get().video().codec())) {
            thread(following.get(), following.get().video().key(0));
            return true;
        }
        return false;
    }

    /** Goes on after the end that there was, if more was recorded meanwhile or is coded otherwise. */
    private boolean resume() throws IOException {
        Strip here = strip.orElseThrow();
        Strip now = roll.refreshed(here);
        if (next < now.video().end()) {
            long time = now.time(next);
            start(now, now.video().key(Math.max(0, now.keyAt(time))), pulled);
            return true;
        }
        Optional<Strip> following = roll.after(now);
        if (following.isPresent()) {
            start(following.get(), following.get().video().key(0), pulled);
        }
        return following.isPresent();
    }

    /** A decoder that never worked is replaced; one that did stumbles over what is damaged, and steps over it. */
    private void recover(IOException cause) throws IOException {
        Strip here = strip.orElseThrow();
        long from = pulled;
        if (!decoding.isProven()) {
            decoding.replace(cause);
            start(here, here.video().key(Math.max(0, here.keyAt(Math.max(from, here.first())))), from);
            return;
        }
        LOG.debug("{} is damaged near {}", here.segment().file(), Moments.instant(fed), cause);
        decoding.discard();
        int number = here.keyAt(fed) + 1;
        if (number < here.video().keys()) {
            start(here, here.video().key(number), from);
        } else {
            thread(here, here.video().end());
        }
    }

    private void clearAhead() {
        ahead.forEach(DecodedFrame::close);
        ahead.clear();
    }

    private void closeReader() {
        if (reader.isPresent()) {
            try {
                reader.get().close();
            } catch (IOException e) {
                LOG.debug("A recording could not be closed", e);
            }
        }
        reader = Optional.empty();
    }

    @Override
    public void close() {
        clearAhead();
        decoding.close();
        closeReader();
        strip = Optional.empty();
    }
}
