package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.rnvr.pipeline.MediaDescription;

/**
 * What is kept of one session in one format, from a key frame on: enough to make a file of it when the session is gone.
 * Belongs to a {@link Memory}, which guards it.
 */
final class Kept {

    /**
     * Where it comes from.
     *
     * @param session number of the session
     * @param format of its tracks
     * @param media what it delivers
     * @param clock what the camera's clock says
     */
    record Origin(long session, MediaFormat format, MediaDescription media, CameraClock clock) {}

    /**
     * A buffer of a track.
     *
     * @param address where it is
     * @param key whether it is a key frame; true for audio
     * @param arrivalNanos arrival
     * @param presentationNanos running time at which it is to be presented
     * @param bytes its size
     */
    record Item(long address, boolean key, long arrivalNanos, long presentationNanos, long bytes) {

        /** A buffer of GStreamer's. */
        static Item of(Pointer buffer, boolean key, long arrivalNanos) {
            return new Item(
                    Pointer.nativeValue(buffer),
                    key,
                    arrivalNanos,
                    NativeGst.presentationTime(buffer),
                    NativeGst.gst_buffer_get_size(buffer));
        }
    }

    /** A group of pictures. */
    private static final class Group {
        private final List<Item> frames = new ArrayList<>();
        private long bytes;
    }

    private final Origin origin;
    private final List<Long> videoEvents;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Deque<Item> audio = new ArrayDeque<>();
    private List<Long> audioEvents = List.of();
    private boolean over;
    private boolean taken;

    /**
     * Nothing yet.
     *
     * @param origin where it will come from
     * @param videoEvents addresses of the events that have to precede its video
     */
    Kept(Origin origin, List<Long> videoEvents) {
        this.origin = origin;
        this.videoEvents = List.copyOf(videoEvents);
    }

    Origin origin() {
        return origin;
    }

    /** Events that have to precede its video. */
    List<Long> videoEvents() {
        return videoEvents;
    }

    /** Events that have to precede its audio; none while there is no audio. */
    List<Long> audioEvents() {
        return audioEvents;
    }

    void setAudioEvents(List<Long> events) {
        audioEvents = List.copyOf(events);
    }

    /** Whether nothing is added any more. */
    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /** Whether there is a file that gets, or got, all this. */
    boolean isTaken() {
        return taken;
    }

    void setTaken(boolean value) {
        taken = value;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    boolean hasOneGroup() {
        return groups.size() == 1;
    }

    /** Adds a frame; the first one is a key frame. */
    void addVideo(Item frame) {
        if (frame.key()) {
            groups.addLast(new Group());
        }
        Group group = groups.getLast();
        group.frames.add(frame);
        group.bytes += frame.bytes();
    }

    void addAudio(Item buffer) {
        audio.addLast(buffer);
    }

    /** Arrival of the first frame. */
    long firstArrival() {
        return groups.getFirst().frames.get(0).arrivalNanos();
    }

    /** Arrival of the first frame that would remain without the oldest of several groups of pictures. */
    long secondArrival() {
        Iterator<Group> inOrder = groups.iterator();
        inOrder.next();
        return inOrder.next().frames.get(0).arrivalNanos();
    }

    /** Arrival of the last frame. */
    long lastArrival() {
        List<Item> frames = groups.getLast().frames;
        return frames.get(frames.size() - 1).arrivalNanos();
    }

    /** Video that would remain without the oldest group of pictures. */
    long bytesAfterFirstGroup() {
        return groups.stream().skip(1).mapToLong(group -> group.bytes).sum();
    }

    /** Takes out the oldest group of pictures and the audio that went before what remains. */
    List<Item> removeFirstGroup() {
        List<Item> removed = new ArrayList<>(groups.removeFirst().frames);
        long remaining = groups.isEmpty() ? Long.MAX_VALUE : firstPresentation();
        while (!audio.isEmpty() && audio.getFirst().presentationNanos() < remaining) {
            removed.add(audio.removeFirst());
        }
        return removed;
    }

    private long firstPresentation() {
        return groups.getFirst().frames.get(0).presentationNanos();
    }

    List<Item> video() {
        return groups.stream().flatMap(group -> group.frames.stream()).toList();
    }

    /** Audio that goes with the video. */
    List<Item> audio() {
        if (isEmpty()) {
            return List.of();
        }
        long start = firstPresentation();
        return audio.stream().filter(item -> item.presentationNanos() >= start).toList();
    }
}
