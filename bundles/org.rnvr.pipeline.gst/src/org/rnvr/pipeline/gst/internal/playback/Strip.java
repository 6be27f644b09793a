package org.rnvr.pipeline.gst.internal.playback;

import java.util.function.IntToLongFunction;
import org.rnvr.pipeline.gst.internal.media.VideoFile;
import org.rnvr.recording.Segment;

/**
 * The frames of a segment on the wall clock. The file's times run by the camera's clock, the segment's by this machine's:
 * the frames are spread between its start and its end, so that one segment ends where the next one begins.
 *
 * @param segment as the catalog has it
 * @param video what is in the file
 * @param scale how much longer it takes by the wall clock than by the file
 */
record Strip(Segment segment, VideoFile video, double scale) {

    /** Larger differences are no matter of clocks that run apart, but of one that was set. */
    private static final long MOST_DRIFT = 2_000_000_000L;

    private static final double MOST_STRETCH = 0.2;

    static Strip of(Segment segment, VideoFile video) {
        return new Strip(segment, video, scale(segment, video));
    }

    private static double scale(Segment segment, VideoFile video) {
        long told = Moments.nanos(segment.end()) - Moments.nanos(segment.start());
        long filmed = video.presentation(video.shown(video.frames() - 1));
        boolean fits = Math.abs(told - filmed) <= Math.min(MOST_DRIFT, filmed * MOST_STRETCH);
        return segment.isOpen() || filmed <= 0 || !fits ? 1 : (double) told / filmed;
    }

    /** When a frame was filmed, by its index. */
    long time(int frame) {
        return wall(video.presentation(frame));
    }

    /** When a frame is decoded, on the same scale. */
    long decodingTime(int frame) {
        return Math.min(wall(video.decoding(frame)), time(frame));
    }

    private long wall(long fileTime) {
        long start = Moments.nanos(segment.start());
        return scale == 1 ? start + fileTime : start + Math.round(fileTime * scale);
    }

    long first() {
        return time(video.shown(0));
    }

    long last() {
        return time(video.shown(video.frames() - 1));
    }

    /** The rank of the last frame that is not after a moment; -1 if all are. */
    int rankAt(long moment) {
        return lastNotAfter(moment, video.frames(), rank -> time(video.shown(rank)));
    }

    /** The number of the last key frame that is not after a moment; -1 if all are. */
    int keyAt(long moment) {
        return lastNotAfter(moment, video.keys(), this::keyTime);
    }

    /** The number of the key frame that is nearest to a moment. */
    int keyNear(long moment) {
        int before = keyAt(moment);
        if (before < 0) {
            return 0;
        }
        boolean nextIsNearer = before + 1 < video.keys() && keyTime(before + 1) - moment < moment - keyTime(before);
        return nextIsNearer ? before + 1 : before;
    }

    /** When a key frame was filmed, by its number. */
    long keyTime(int number) {
        return time(video.key(number));
    }

    private static int lastNotAfter(long moment, int count, IntToLongFunction time) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time.applyAsLong(middle) <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
