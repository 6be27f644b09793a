package org.rnvr.democamera.internal;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Sends a clip to one client, again and again, with times that only rise. */
final class ClipFeed implements MediaSource {

    /**
     * Later than this, the clip begins again with its key frame instead of catching up in a burst. What is late by less was held
     * up by this machine, as it never happens to a camera, whose pictures have no holes.
     */
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final long HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long MAX_QUEUED_SECONDS = 3;

    private final FeedPump pump;
    private final List<TrackFeed> tracks;
    private final long maxQueuedBytes;
    private volatile boolean held;
    private boolean interrupted = true;

    private ClipFeed(FeedPump pump, List<TrackFeed> tracks, long maxQueuedBytes) {
        this.pump = pump;
        this.tracks = tracks;
        this.maxQueuedBytes = maxQueuedBytes;
    }

    /** Feeds the bin's sources from the pump's thread until it is closed. */
    static ClipFeed open(Natives natives, FeedPump pump, Launch launch, Clip clip, Pointer bin) {
        BufferLayout layout = new BufferLayout();
        List<TrackFeed> tracks = IntStream.range(0, clip.tracks().size())
                .mapToObj(index -> {
                    ClipTrack track = clip.tracks().get(index);
                    Pointer source = natives.gst().gst_bin_get_by_name(bin, Launch.gate(index));
                    natives.app().gst_app_src_set_caps(source, track.caps());
                    return new TrackFeed(natives, layout, track, source);
                })
                .toList();
        ClipFeed feed = new ClipFeed(
                pump,
                tracks,
                Math.max(1_000_000L, MAX_QUEUED_SECONDS * launch.video().bitrateKbps() * 125L));
        pump.add(feed);
        return feed;
    }

    @Override
    public void hold() {
        held = true;
    }

    @Override
    public void release() {
        held = false;
    }

    @Override
    public void close() {
        pump.remove(this);
        tracks.forEach(TrackFeed::close);
    }

    /** Sends what is due, on the pump's thread; returns when the next unit is due. */
    long sendDue(long nowNanos) {
        if (held || tracks.get(0).queuedBytes() > maxQueuedBytes) {
            interrupted = true;
            return nowNanos + HELD_NANOS;
        }
        if (interrupted || nowNanos - nextDue() > LATE_NANOS) {
            tracks.forEach(track -> track.restart(nowNanos));
            interrupted = false;
        }
        tracks.forEach(track -> track.sendDue(nowNanos));
        return nextDue();
    }

    private long nextDue() {
        long next = tracks.get(0).nextDue();
        for (TrackFeed track : tracks) {
            if (track.nextDue() - next < 0) {
                next = track.nextDue();
            }
        }
        return next;
    }
}
