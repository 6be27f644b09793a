package org.rnvr.democamera.internal;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * Where the times stand in GStreamer's public struct GstBuffer, which has no functions to set them.
 *
 * <p>The struct is a GstMiniObject (type, three ints, three functions, an unsigned int, a pointer), a pointer to the
 * pool, then presentation time, decoding time, duration, first and last offset.
 */
final class BufferLayout {

    private static final long NONE = -1L;

    private final long pts;

    BufferLayout() {
        int pointer = Native.POINTER_SIZE;
        long functions = align(pointer + 3L * Integer.BYTES, pointer);
        long data = align(functions + 3L * pointer + Integer.BYTES, pointer);
        pts = align(data + 2L * pointer, Long.BYTES);
    }

    void setTimes(Pointer buffer, long ptsNanos, long durationNanos) {
        buffer.setLong(pts, ptsNanos);
        buffer.setLong(pts + Long.BYTES, NONE);
        buffer.setLong(pts + 2L * Long.BYTES, durationNanos);
        // Payloaders of sound prefer offsets to times; those of a clip begin again with every turn.
        buffer.setLong(pts + 3L * Long.BYTES, NONE);
        buffer.setLong(pts + 4L * Long.BYTES, NONE);
    }

    private static long align(long offset, long to) {
        return (offset + to - 1) / to * to;
    }
}
