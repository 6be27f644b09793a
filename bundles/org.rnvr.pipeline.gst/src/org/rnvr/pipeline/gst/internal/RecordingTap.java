package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.function.Supplier;
import org.rnvr.pipeline.SegmentEnd;

/**
 * Where the files of a recording are connected to a session. Files change on the thread that carries the video, just
 * before the frame with which the new one begins, so that each frame is in exactly one file. Audio follows on its own
 * thread, at the same presentation time.
 * <p>
 * What passes is kept in memory, too. A file that begins while none is connected gets what is kept first, each track on
 * the thread that carries it and before what that thread is about to pass.
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
    private final Memory memory;
    private final Supplier<Kept.Origin> origin;
    private final Listener listener;

    private boolean keeping;
    private Kept kept;
    private Memory.Contents keptAudio = Memory.Contents.NOTHING;
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
     * @param memory takes what passes
     * @param origin says, on the thread that carries the video, where it comes from
     * @param listener hears of changes
     */
    RecordingTap(
            Pointer videoOut,
            Pointer audioOut,
            TrackVitals audioVitals,
            Memory memory,
            Supplier<Kept.Origin> origin,
            Listener listener) {
        this.videoOut = videoOut;
        this.audioOut = audioOut;
        this.audioVitals = audioVitals;
        this.memory = memory;
        this.origin = origin;
        this.listener = listener;
    }

    /** Keeps what passes in memory from now on. */
    synchronized void keep() {
        keeping = true;
    }

    /** Keeps nothing further; what is kept stays. */
    synchronized void keepNoMore() {
        keeping = false;
        endKept();
    }

    private void endKept() {
        if (kept != null) {
            memory.end(kept);
        }
    }

    /** What passes from now on does not fit what passed before; on the thread that carries the video. */
    synchronized void formatChanged() {
        leave(SegmentEnd.ROTATION);
        leaveNow();
        endKept();
    }

    /**
     * Begins a file: with what is kept if no file is connected, else with the next key frame that is not presented before
     * a given running time.
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
        withoutNextAudio(segment);
        if (kept != null) {
            if (cause == SegmentEnd.STORAGE) {
                memory.setTaken(kept, false);
            } else {
                memory.forget(kept);
            }
        }
        listener.left(segment, cause);
    }

    /** Its own thread does not bring the audio of a file any more; what is kept of it can still go there. */
    private void withoutNextAudio(SegmentWriter segment) {
        if (audioNext == segment) {
            audioNext = null;
            Feed.chain(segment.audioSink(), keptAudio);
            keptAudio = Memory.Contents.NOTHING;
        }
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
        if (armed != null && !beginWithKept() && key) {
            change(buffer, arrivalNanos);
        }
        SegmentWriter segment = current;
        if (segment != null) {
            segment.videoPassed(key, arrivalNanos);
            if (audioCurrent == segment || audioNext == segment) {
                if (unheardNanos > AUDIO_SILENCE_NANOS) {
                    stopAudio(segment);
                }
            }
        }
        if (memory.isWanted()) {
            keepVideo(buffer, key, arrivalNanos);
        }
    }

    private synchronized void keepVideo(Pointer buffer, boolean key, long arrivalNanos) {
        if (!keeping) {
            return;
        }
        Kept.Item frame = Kept.Item.of(buffer, key, arrivalNanos);
        if (kept != null && memory.isOpen(kept)) {
            memory.addVideo(kept, frame);
        } else if (key) {
            kept = memory.begin(origin.get(), Feed.precedingEvents(videoOut), frame);
            memory.setTaken(kept, current != null);
        }
        if (key && current != null && current.isOpened()) {
            memory.written(kept, current.unwrittenNanos(), current.waitingBytes());
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
    synchronized void audio(Pointer buffer) {
        SegmentWriter next = audioNext;
        if (next != null && NativeGst.presentationTime(buffer) >= next.startRunningTime()) {
            changeAudio(next);
        }
        if (keeping
                && memory.isWanted()
                && kept != null
                && NativeGst.presentationTime(buffer) != NativeGst.CLOCK_TIME_NONE) {
            List<Long> events = memory.hasAudio(kept) ? List.of() : Feed.precedingEvents(audioOut);
            memory.addAudio(kept, Kept.Item.of(buffer, true, 0), events);
        }
    }

    /** Begins with what is kept, if it is the beginning of what is about to pass. */
    private synchronized boolean beginWithKept() {
        SegmentWriter next = armed;
        if (next == null || current != null || kept == null || !memory.isOpen(kept)) {
            return false;
        }
        Memory.Contents video = memory.video(kept);
        if (video.buffers().isEmpty()) {
            return false;
        }
        armed = null;
        Kept.Item first = video.buffers().get(0);
        next.begin(new Pointer(first.address()), first.arrivalNanos());
        next.allowWaiting(memory.bytes());
        GstBin.link(videoOut, next.videoSink());
        for (Kept.Item frame : video.buffers()) {
            next.videoPassed(frame.key(), frame.arrivalNanos());
        }
        Feed.push(videoOut, video);
        memory.setTaken(kept, true);
        current = next;
        if (next.audioSink() != null) {
            audioNext = next;
            keptAudio = memory.audio(kept);
        }
        listener.began(next, null);
        return true;
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
            withoutNextAudio(before);
        }
        next.begin(buffer, arrivalNanos);
        GstBin.link(videoOut, next.videoSink());
        current = next;
        audioNext = next.audioSink() != null ? next : null;
        if (kept != null && memory.isOpen(kept)) {
            memory.setTaken(kept, true);
        }
        listener.began(next, before);
    }

    private void changeAudio(SegmentWriter next) {
        SegmentWriter before = audioCurrent;
        if (before != null) {
            Graph.unlink(audioOut);
            listener.audioLeft(before);
        }
        GstBin.link(audioOut, next.audioSink());
        Feed.push(audioOut, keptAudio);
        keptAudio = Memory.Contents.NOTHING;
        audioCurrent = next;
        audioNext = null;
    }

    private synchronized void stopAudio(SegmentWriter segment) {
        if (audioCurrent == segment) {
            Graph.unlink(audioOut);
            audioCurrent = null;
        }
        withoutNextAudio(segment);
        listener.audioStalled(segment);
    }
}
