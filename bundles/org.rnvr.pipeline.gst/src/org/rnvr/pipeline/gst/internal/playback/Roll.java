package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.rnvr.pipeline.gst.internal.media.VideoFile;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is recorded of a camera, as one row of strips. Remembers what the catalog said and what the files held, so that
 * moving about in what is known asks neither. One thread, but for {@link #expire}.
 */
final class Roll {

    private static final Logger LOG = LoggerFactory.getLogger(Roll.class);

    private static final long SHORTEST_TIME_BETWEEN_LOOKS = 400_000_000L;
    private static final long LOOKS_TAKE_AT_MOST_ONE_PART_OF = 5;
    private static final long TIME_UNTIL_A_BROKEN_FILE_IS_TRIED_AGAIN = 2_000_000_000L;
    private static final int MOST_STRIPS = 8;
    private static final int MOST_FAILURES = 256;

    /** Knows what files hold. Any thread. */
    @FunctionalInterface
    interface Library {
        /** What a file holds now. Waits for the disk. */
        VideoFile get(Path file) throws IOException;
    }

    private final String cameraId;
    private final Archive archive;
    private final Library library;
    private final LongSupplier nanoTime;
    private final Map<Path, Looked> looked = new LinkedHashMap<>();
    private final Map<Path, Failure> failures = new LinkedHashMap<>();
    private Timeline timeline = Timeline.EMPTY;
    private long asked;
    private boolean known;
    private volatile boolean expired;

    /** A look into a file. */
    private record Looked(Strip strip, long at, long took) {}

    private record Failure(String text, long at) {}

    /**
     * Knows nothing yet.
     *
     * @param nanoTime a monotonic clock
     */
    Roll(String cameraId, Archive archive, Library library, LongSupplier nanoTime) {
        this.cameraId = cameraId;
        this.archive = archive;
        this.library = library;
        this.nanoTime = nanoTime;
    }

    /** The catalog may say something else now. Any thread. */
    void expire() {
        expired = true;
    }

    /** What the catalog says around a moment. */
    Timeline timeline(long moment) throws IOException {
        if (!known || !timeline.contains(moment) || isOld(moment)) {
            load(moment);
        }
        return timeline;
    }

    private boolean isOld(long moment) {
        if (nanoTime.getAsLong() - asked < SHORTEST_TIME_BETWEEN_LOOKS) {
            return false;
        }
        Optional<Segment> segment = timeline.at(moment);
        return expired
                || segment.isEmpty() && !timeline.isFirst()
                || segment.isPresent()
                        && segment.get().isOpen()
                        && Moments.nanos(segment.get().end()) < moment;
    }

    private void load(long moment) throws IOException {
        expired = false;
        known = false;
        timeline = archive.around(cameraId, moment);
        known = true;
        asked = nanoTime.getAsLong();
    }

    /**
     * The strip that is shown at a moment, which has a frame that is not after it; empty if there is none, or if its file
     * cannot be read.
     */
    Optional<Strip> at(long moment) throws IOException {
        Timeline around = timeline(moment);
        Optional<Segment> segment = around.at(moment);
        while (segment.isPresent()) {
            Optional<Strip> strip = strip(segment.get(), moment);
            if (strip.isPresent() && strip.get().first() <= moment) {
                return strip;
            }
            if (strip.isEmpty() && failure(segment.get()).isPresent()) {
                return Optional.empty();
            }
            segment = around.before(segment.get());
        }
        return Optional.empty();
    }

    /** The first strip that begins after a moment and can be read. */
    Optional<Strip> from(long moment) throws IOException {
        Timeline around = timeline(moment);
        Optional<Segment> next = around.segments().stream()
                .filter(segment -> Moments.nanos(segment.start()) > moment)
                .findFirst();
        return readable(around, next);
    }

    /** The strip that follows and can be read. */
    Optional<Strip> after(Strip strip) throws IOException {
        Timeline around = aroundEnd(strip);
        return readable(around, around.after(strip.segment()));
    }

    /** The strip before that can be read. */
    Optional<Strip> before(Strip strip) throws IOException {
        Timeline around = timeline(strip.first());
        Optional<Segment> previous = around.before(strip.segment());
        if (previous.isEmpty() && !around.isFirst()) {
            load(strip.first());
            around = timeline;
            previous = around.before(strip.segment());
        }
        while (previous.isPresent()) {
            Optional<Strip> readable = strip(previous.get(), 0);
            if (readable.isPresent()) {
                return readable;
            }
            previous = around.before(previous.get());
        }
        return Optional.empty();
    }

    private Timeline aroundEnd(Strip strip) throws IOException {
        Timeline around =
                timeline(Math.max(strip.last(), Moments.nanos(strip.segment().end())));
        if (around.after(strip.segment()).isEmpty() && !around.isLast()) {
            load(strip.last());
        }
        return timeline;
    }

    private Optional<Strip> readable(Timeline around, Optional<Segment> first) {
        Optional<Segment> segment = first;
        while (segment.isPresent()) {
            Optional<Strip> strip = strip(segment.get(), 0);
            if (strip.isPresent()) {
                return strip;
            }
            segment = around.after(segment.get());
        }
        return Optional.empty();
    }

    /** The same strip as far as it has come by now. */
    Strip refreshed(Strip strip) throws IOException {
        if (!strip.segment().isOpen()) {
            return strip;
        }
        return timeline(Math.max(strip.last(), Moments.nanos(strip.segment().end()) + 1)).segments().stream()
                .filter(segment -> segment.file().equals(strip.segment().file()))
                .findFirst()
                .flatMap(segment -> strip(segment, Long.MAX_VALUE))
                .orElse(strip);
    }

    /** Lets another look through the file that follows, so that it is known when it is needed. */
    void prepareAfter(Strip strip, Executor helper) throws IOException {
        Optional<Segment> next = aroundEnd(strip).after(strip.segment());
        if (next.isPresent() && !looked.containsKey(next.get().file())) {
            Path file = next.get().file();
            helper.execute(() -> {
                try {
                    library.get(file);
                } catch (IOException e) {
                    LOG.debug("{} is of no use", file, e);
                }
            });
        }
    }

    private Optional<Strip> strip(Segment segment, long moment) {
        Looked last = looked.get(segment.file());
        long now = nanoTime.getAsLong();
        if (last != null && isEnough(last, segment, moment, now)) {
            return Optional.of(last.strip);
        }
        Failure failure = failures.get(segment.file());
        if (failure != null && now - failure.at < TIME_UNTIL_A_BROKEN_FILE_IS_TRIED_AGAIN) {
            return Optional.empty();
        }
        try {
            Strip strip = Strip.of(segment, library.get(segment.file()));
            failures.remove(segment.file());
            long then = nanoTime.getAsLong();
            looked.remove(segment.file());
            looked.put(segment.file(), new Looked(strip, then, then - now));
            forgetOldest(looked, MOST_STRIPS);
            return Optional.of(strip);
        } catch (IOException e) {
            if (segment.isOpen()) {
                // Nothing of it is on the disk yet.
                LOG.debug("{} has not come far enough", segment.file(), e);
                return Optional.ofNullable(last).map(Looked::strip);
            }
            fail(segment, e);
            return Optional.empty();
        }
    }

    private static boolean isEnough(Looked last, Segment segment, long moment, long now) {
        if (!segment.isOpen()) {
            return last.strip.segment().equals(segment);
        }
        long pause = Math.max(SHORTEST_TIME_BETWEEN_LOOKS, LOOKS_TAKE_AT_MOST_ONE_PART_OF * last.took);
        return moment <= last.strip.last() || now - last.at < pause;
    }

    /** A file turned out not to be readable. */
    void fail(Segment segment, IOException cause) {
        if (failures.put(segment.file(), new Failure(cause.getMessage(), nanoTime.getAsLong())) == null) {
            LOG.warn("A recording cannot be played: {}", cause.getMessage());
        }
        forgetOldest(failures, MOST_FAILURES);
        looked.remove(segment.file());
    }

    private static void forgetOldest(Map<Path, ?> known, int most) {
        Iterator<Path> oldest = known.keySet().iterator();
        while (known.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Why a segment cannot be shown; empty if it can, or was not tried. */
    Optional<String> failure(Segment segment) {
        return Optional.ofNullable(failures.get(segment.file()))
                .map(failure -> "The recording cannot be played: " + failure.text);
    }

    /** Why what is recorded of a moment cannot be shown; empty if it can. */
    Optional<String> failureAt(long moment) throws IOException {
        return timeline(moment).at(moment).flatMap(this::failure);
    }

    /** What an operator is to know of the gap at a moment, empty where the catalog knows nothing. */
    String gapText(long moment) throws IOException {
        return timeline(moment)
                .gap(moment)
                .map(RecordedGap::cause)
                .map(Roll::sentence)
                .orElse("");
    }

    private static String sentence(String cause) {
        return switch (cause) {
            case "loss" -> "The camera was lost.";
            case "storage" -> "The disk did not take the recording.";
            case "restart" -> "The camera was set up anew.";
            case "crash" -> "The recorder was down.";
            default -> "Not recorded: " + cause + ".";
        };
    }
}
