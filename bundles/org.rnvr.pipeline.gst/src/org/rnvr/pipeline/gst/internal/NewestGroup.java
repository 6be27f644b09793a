package org.rnvr.pipeline.gst.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest group of pictures of a stream, from its key frame to its last frame, as references to the buffers in which it
 * came: what a decoder needs that joins in the middle. No file is ever made of it. Any thread.
 */
final class NewestGroup {

    private final Memory.References references;
    private final long mostBytes;
    private final List<Kept.Item> frames = new ArrayList<>();
    private long bytes;

    /**
     * Nothing yet.
     *
     * @param references how buffers are held on to
     * @param mostBytes of a group that takes more, nothing is kept
     */
    NewestGroup(Memory.References references, long mostBytes) {
        this.references = references;
        this.mostBytes = mostBytes;
    }

    /** Adds a frame; a key frame takes the place of all that came before it. */
    synchronized void add(Kept.Item frame) {
        if (frame.key()) {
            forget();
        } else if (frames.isEmpty()) {
            return;
        }
        references.add(frame.address());
        frames.add(frame);
        bytes += frame.bytes() + Memory.OVERHEAD_BYTES;
        if (bytes > mostBytes) {
            forget();
        }
    }

    /**
     * What precedes a frame in its group, held on to once more for the caller.
     *
     * @param frame address of the last frame that was added
     * @return nothing if its group is not kept
     */
    synchronized Memory.Contents before(long frame) {
        int last = frames.size() - 1;
        if (last < 1 || frames.get(last).address() != frame) {
            return Memory.Contents.NOTHING;
        }
        List<Kept.Item> preceding = List.copyOf(frames.subList(0, last));
        preceding.forEach(item -> references.add(item.address()));
        return new Memory.Contents(List.of(), preceding);
    }

    /** Lets go of everything. */
    synchronized void forget() {
        frames.forEach(item -> references.remove(item.address()));
        frames.clear();
        bytes = 0;
    }
}
