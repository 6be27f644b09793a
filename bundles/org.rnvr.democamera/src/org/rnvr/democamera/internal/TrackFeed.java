package org.rnvr.democamera.internal;

import com.sun.jna.Pointer;

/** Sends one track of a clip to one client. Only the pump's thread uses it, but for {@link #close()}. */
final class TrackFeed implements AutoCloseable {

    private final Natives natives;
    private final BufferLayout layout;
    private final ClipTrack track;
    private final Pointer source;
    private boolean started;
    private long firstNanos;
    private long runNanos;
    private long index;

    TrackFeed(Natives natives, BufferLayout layout, ClipTrack track, Pointer source) {
        this.natives = natives;
        this.layout = layout;
        this.track = track;
        this.source = source;
    }

    /** Begins with the clip's first unit, due now. */
    void restart(long nowNanos) {
        if (!started) {
            started = true;
            firstNanos = nowNanos;
        }
        runNanos = nowNanos;
        index = 0;
    }

    long nextDue() {
        return runNanos + track.cadence().nanosOf(index);
    }

    long queuedBytes() {
        return BufferCalls.App.gst_app_src_get_current_level_bytes(source);
    }

    void sendDue(long nowNanos) {
        while (nextDue() - nowNanos <= 0) {
            long due = track.cadence().nanosOf(index);
            Pointer unit = track.units().get((int) (index % track.units().size()));
            // A copy shares the media and has times of its own.
            Pointer copy = BufferCalls.Core.gst_mini_object_copy(unit);
            layout.setTimes(copy, runNanos - firstNanos + due, track.cadence().nanosOf(index + 1) - due);
            BufferCalls.App.gst_app_src_push_buffer(source, copy);
            index++;
        }
    }

    @Override
    public void close() {
        natives.gst().gst_object_unref(source);
    }
}
