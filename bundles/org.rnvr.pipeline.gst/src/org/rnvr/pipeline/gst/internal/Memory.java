package org.rnvr.pipeline.gst.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The last of what a camera delivered, as references to the buffers in which it came; nothing is copied. It is bounded by
 * time and by bytes over all that is kept, and the oldest group of pictures goes first, as a whole.
 * <p>
 * While a file is written, what the file may not have on the disk yet is kept too: if the disk fails, that is where the
 * next file begins. Any thread.
 */
final class Memory {

    /** What a buffer takes beside its data: its description, that of its memory, and an entry here. */
    static final long OVERHEAD_BYTES = 1024;

    /** How an object of GStreamer is held on to. */
    interface References {
        void add(long address);

        void remove(long address);
    }

    /**
     * What is kept of a track.
     *
     * @param events that have to precede it
     * @param buffers in their order
     */
    record Contents(List<Long> events, List<Kept.Item> buffers) {
        static final Contents NOTHING = new Contents(List.of(), List.of());
    }

    private final References references;
    private final Deque<Kept> all = new ArrayDeque<>();
    private volatile long mostNanos;
    private long mostBytes;
    private long bytes;

    Memory(References references) {
        this.references = references;
    }

    /** Sets the bounds; zero: nothing is kept, and what is kept is forgotten. */
    synchronized void bound(Duration atMost, long atMostBytes) {
        mostNanos = atMost.toNanos();
        mostBytes = atMost.isZero() ? 0 : atMostBytes;
        evict();
    }

    /** Whether anything is to be kept at all. */
    boolean isWanted() {
        return mostNanos > 0;
    }

    /** What is kept, buffers and their overhead. */
    synchronized long bytes() {
        return bytes;
    }

    /**
     * Keeps a key frame, and what will be added to it.
     *
     * @param origin where it comes from
     * @param events that have to precede its video; held on to already, let go of with what is kept
     * @param frame the key frame
     */
    synchronized Kept begin(Kept.Origin origin, List<Long> events, Kept.Item frame) {
        Kept kept = new Kept(origin, events);
        all.addLast(kept);
        addVideo(kept, frame);
        return kept;
    }

    /** Whether it was neither forgotten nor ended, so that more can be added. */
    synchronized boolean isOpen(Kept kept) {
        return all.contains(kept) && !kept.isOver();
    }

    /** Keeps a frame. */
    synchronized void addVideo(Kept kept, Kept.Item frame) {
        if (isOpen(kept)) {
            kept.addVideo(frame);
            hold(frame);
            evict();
        }
    }

    /**
     * Keeps audio.
     *
     * @param events that have to precede it; held on to already, let go of with what is kept
     */
    synchronized void addAudio(Kept kept, Kept.Item buffer, List<Long> events) {
        if (!isOpen(kept)) {
            events.forEach(references::remove);
            return;
        }
        if (!events.isEmpty()) {
            kept.audioEvents().forEach(references::remove);
            kept.setAudioEvents(events);
        }
        kept.addAudio(buffer);
        hold(buffer);
        evict();
    }

    /** Whether the events are known that have to precede its audio. */
    synchronized boolean hasAudio(Kept kept) {
        return !kept.audioEvents().isEmpty();
    }

    private void hold(Kept.Item item) {
        references.add(item.address());
        bytes += size(item);
    }

    private static long size(Kept.Item item) {
        return item.bytes() + OVERHEAD_BYTES;
    }

    /** Nothing is added any more; it stays, within the bounds, until a file is made of it. */
    synchronized void end(Kept kept) {
        kept.end();
    }

    /** A file gets it, or none does any more. */
    synchronized void setTaken(Kept kept, boolean taken) {
        kept.setTaken(taken);
    }

    /**
     * A file that is written gets it: the oldest goes that is on the disk.
     *
     * @param nanos so much the file may not have on the disk
     * @param waiting nor so many bytes that wait before it
     */
    synchronized void written(Kept kept, long nanos, long waiting) {
        while (isOpen(kept)
                && !kept.hasOneGroup()
                && kept.lastArrival() - kept.secondArrival() >= nanos
                && kept.bytesAfterFirstGroup() >= waiting) {
            dropFirstGroup(kept);
        }
    }

    /** What ended and no file was made of, oldest first. */
    synchronized List<Kept> waiting() {
        return all.stream().filter(kept -> kept.isOver() && !kept.isTaken()).toList();
    }

    /** Its video, with all that it consists of held on to once more for the caller. */
    synchronized Contents video(Kept kept) {
        return all.contains(kept) ? shared(kept.videoEvents(), kept.video()) : Contents.NOTHING;
    }

    /** The audio that goes with its video, with all that it consists of held on to once more for the caller. */
    synchronized Contents audio(Kept kept) {
        return all.contains(kept) ? shared(kept.audioEvents(), kept.audio()) : Contents.NOTHING;
    }

    private Contents shared(List<Long> events, List<Kept.Item> buffers) {
        events.forEach(references::add);
        buffers.forEach(item -> references.add(item.address()));
        return new Contents(events, buffers);
    }

    /** Lets go of it. */
    synchronized void forget(Kept kept) {
        while (all.contains(kept)) {
            dropFirstGroup(kept);
        }
    }

    private void evict() {
        while (!all.isEmpty() && (bytes > mostBytes || isOldestOutlived())) {
            dropFirstGroup(all.getFirst());
        }
    }

    /** Whether what remains without the oldest group of pictures still reaches back as far as is wanted. */
    private boolean isOldestOutlived() {
        Iterator<Kept> inOrder = all.iterator();
        Kept oldest = inOrder.next();
        if (oldest.hasOneGroup() && !inOrder.hasNext()) {
            return false;
        }
        long remaining = oldest.hasOneGroup() ? inOrder.next().firstArrival() : oldest.secondArrival();
        return all.getLast().lastArrival() - remaining >= mostNanos;
    }

    private void dropFirstGroup(Kept kept) {
        for (Kept.Item item : kept.removeFirstGroup()) {
            references.remove(item.address());
            bytes -= size(item);
        }
        if (kept.isEmpty()) {
            kept.videoEvents().forEach(references::remove);
            kept.audioEvents().forEach(references::remove);
            all.remove(kept);
        }
    }
}
