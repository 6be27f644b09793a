package org.rnvr.pipeline.gst.internal.media;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rnvr.media.Clip;

/**
 * Decides what is taken from each file, one after the other: pure arithmetic on what the files hold.
 */
final class Cutting {

    /**
     * Clips do not overlap, so that frames which do are an effect of clocks: a file begins when its first frame arrived,
     * and its frames run by the camera's clock.
     */
    private static final long MOST_JITTER = 2_000_000_000L;

    private static final long USUAL_STEP = 40_000_000;

    private final Instant origin;
    private Optional<Part> previous = Optional.empty();

    Cutting(Instant origin) {
        this.origin = origin;
    }

    /** What is taken; empty if nothing is. */
    Optional<Part> cut(Clip clip, MediaIndex index) {
        SampleTable video = index.video();
        long zero = nanos(origin, clip.start());
        long to = nanos(clip.start(), clip.to());
        int first = video.keyAt(nanos(clip.start(), clip.from()));
        long playableFrom = first < 0 ? 0 : video.presentation(first);
        Optional<Part> continued = previous.filter(part -> part.file().equals(clip.file()));
        if (continued.isPresent() && continued.orElseThrow().video().to() >= first) {
            first = continued.orElseThrow().video().to();
            zero = continued.orElseThrow().zero();
            playableFrom = Long.MIN_VALUE;
        } else if (previous.isPresent()) {
            long last = previous.orElseThrow().end();
            long overlap = last - zero - video.presentation(first);
            if (overlap >= MOST_JITTER) {
                first = keyAfter(video, first, last - zero);
                playableFrom = first < 0 ? 0 : video.presentation(first);
            } else if (overlap >= 0) {
                zero += overlap + step(video, first);
            }
        }
        int end = first < 0 ? first : end(video, first, to);
        if (end <= first) {
            return Optional.empty();
        }
        Part part = part(clip.file(), index, new Part.Range(first, end), to, zero, playableFrom);
        previous = Optional.of(part);
        return previous;
    }

    private Part part(Path file, MediaIndex index, Part.Range video, long to, long zero, long playableFrom) {
        SampleTable frames = index.video();
        long start = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = video.from(); i < video.to(); i++) {
            if (frames.presentation(i) >= playableFrom) {
                start = Math.min(start, frames.presentation(i));
                last = Math.max(last, frames.presentation(i));
            }
        }
        Part.Range audio = audio(index.audio(), start, video.to() < frames.count() ? to : Long.MAX_VALUE);
        return new Part(
                file,
                index.videoFormat(),
                audio.count() > 0 ? index.audioFormat() : Optional.empty(),
                video,
                audio,
                zero,
                zero + start,
                zero + last,
                playableFrom);
    }

    private static Part.Range audio(SampleTable audio, long from, long to) {
        int first = 0;
        while (first < audio.count() && audio.presentation(first) < from) {
            first++;
        }
        int end = first;
        while (end < audio.count() && audio.presentation(end) < to) {
            end++;
        }
        return new Part.Range(first, end);
    }

    /** A frame shown too late ends it, though one decoded after it may be shown in time: that one needs it. */
    private static int end(SampleTable video, int first, long to) {
        int end = first;
        while (end < video.count() && video.presentation(end) < to) {
            end++;
        }
        return end;
    }

    private static int keyAfter(SampleTable video, int first, long time) {
        int key = first;
        while (key >= 0 && video.presentation(key) <= time) {
            key = video.keyFrom(key + 1);
        }
        return key;
    }

    private static long step(SampleTable video, int first) {
        long step = first + 1 < video.count() ? video.decoding(first + 1) - video.decoding(first) : USUAL_STEP;
        return step > 0 ? step : USUAL_STEP;
    }

    private static long nanos(Instant from, Instant to) {
        return Duration.between(from, to).toNanos();
    }
}
