package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import org.rnvr.pipeline.SegmentEnd;

/**
 * Where the files of a recording are connected to a session. Files change on the thread that carries the video, just
 * before the frame with which the new one begins, so that each frame is in exactly one file. Audio follows on its own
 * thread, at the same presentation time.
 */
final class RecordingTap {

    /** Hears of changes, on the threads that carry media. */
    interface Listener {
        /** A file began; the other one, if any, gets no further video. */
        void began(SegmentWriter segment, SegmentWriter before);

        /** A file gets no further audio. */
        void audioLeft(SegmentWriter segment);

        /** The file that was connected gets nothing any more. */
        void left(SegmentWriter segment, SegmentEnd cause);

        /** The audio of the camera is silent, so that the file must not wait for it. */
        void audioStalled(SegmentWriter segment);
    }

    /** Audio that does not come while video does for so long is silent. */
    private static final long AUDIO_SILENCE_NANOS = 1_000_000_000L;
    /** No pause between two frames counts for more: where neither comes, it is the connection that is silent. */
    private static final long PAUSE_NANOS = 250_000_000L;

    private final Pointer videoOut;
    private final Pointer audioOut;
    private final TrackVitals audioVitals;
    private final Listener listener;

    private volatile SegmentWriter armed;
    private long earliest;
    private volatile SegmentEnd leaving;
    private volatile SegmentWriter current;
    private volatile SegmentWriter audioCurrent;
    private volatile SegmentWriter audioNext;
    private long lastVideoNanos;
    private long heard;
    private long unheardNanos;

    /**
     * A tap without a file.
     *
     * @param videoOut where files get video from
     * @param audioOut where files get audio from
     * @param audioVitals tells whether audio comes
     * @param listener hears of changes
     */
    RecordingTap(Pointer videoOut, Pointer audioOut, TrackVitals audioVitals, Listener listener) {
        this.videoOut = videoOut;
        this.audioOut = audioOut;
        this.audioVitals = audioVitals;
        this.listener = listener;
    }

    /**
     * Begins a file with the next key frame that is not presented before a given running time.
     *
     * @return the file that was armed before and never began, or null
     */
    synchronized SegmentWriter arm(SegmentWriter segment, long earliestRunningTime) {
        SegmentWriter before = armed;
        earliest = earliestRunningTime;
        armed = segment;
        return before;
    }

    /** Takes back what was armed; null if nothing is. */
    synchronized SegmentWriter disarm() {
        SegmentWriter before = armed;
        armed = null;
        return before;
    }

    /** Asks that the file be left before the next frame, so that what it holds is known exactly. */
    synchronized void leave(SegmentEnd cause) {
        leaving = cause;
    }

    /** Leaves the file now if it was not left yet: for a session from which nothing comes. */
    synchronized void leaveNow() {
        SegmentEnd cause = leaving;
        if (cause == null) {
            return;
        }
        leaving = null;
        SegmentWriter segment = current;
        if (segment == null) {
            return;
        }
        Graph.unlink(videoOut);
        current = null;
        if (audioCurrent != null) {
            Graph.unlink(audioOut);
            audioCurrent = null;
        }
        audioNext = null;
        listener.left(segment, cause);
    }

    /** Leaves the audio of a file that gets no video any more, if its audio still goes on. */
    synchronized void leaveAudio(SegmentWriter segment) {
        if (audioCurrent == segment) {
            Graph.unlink(audioOut);
            audioCurrent = null;
            listener.audioLeft(segment);
        }
    }

    /** The thread that carries video is about to pass a frame. */
    void video(Pointer buffer, boolean key, long arrivalNanos) {
        listen(arrivalNanos);
        if (leaving != null) {
            leaveNow();
        }
        if (key && armed != null) {
            change(buffer, arrivalNanos);
        }
        SegmentWriter segment = current;
        if (segment == null) {
            return;
        }
        segment.videoPassed(key, arrivalNanos);
        if (audioCurrent == segment || audioNext == segment) {
            if (unheardNanos > AUDIO_SILENCE_NANOS) {
                stopAudio(segment);
            }
        }
    }

    private void listen(long arrivalNanos) {
        long packets = audioVitals.count();
        if (packets == 0 || packets != heard) {
            heard = packets;
            unheardNanos = 0;
        } else {
            unheardNanos += Math.min(arrivalNanos - lastVideoNanos, PAUSE_NANOS);
        }
        lastVideoNanos = arrivalNanos;
    }

    /** The thread that carries audio is about to pass a buffer. */
    void audio(Pointer buffer) {
        SegmentWriter next = audioNext;
        if (next != null && NativeGst.presentationTime(buffer) >= next.startRunningTime()) {
            changeAudio();
        }
    }

    private synchronized void change(Pointer buffer, long arrivalNanos) {
        SegmentWriter next = armed;
        if (next == null || NativeGst.presentationTime(buffer) < earliest) {
            return;
        }
        SegmentWriter before = current;
        armed = null;
        if (before != null) {
            Graph.unlink(videoOut);
        }
        next.begin(buffer, arrivalNanos);
        GstBin.link(videoOut, next.videoSink());
        current = next;
        audioNext = next.audioSink() != null ? next : null;
        listener.began(next, before);
    }

    private synchronized void changeAudio() {
        SegmentWriter next = audioNext;
        if (next == null) {
            return;
        }
        SegmentWriter before = audioCurrent;
        if (before != null) {
            Graph.unlink(audioOut);
            listener.audioLeft(before);
        }
        GstBin.link(audioOut, next.audioSink());
        audioCurrent = next;
        audioNext = null;
    }

    private synchronized void stopAudio(SegmentWriter segment) {
        if (audioCurrent == segment) {
            Graph.unlink(audioOut);
            audioCurrent = null;
        }
        if (audioNext == segment) {
            audioNext = null;
        }
        listener.audioStalled(segment);
    }
}
