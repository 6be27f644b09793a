package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.pipeline.gst.internal.VideoCodec;

/** NAL units of H.264 and H.265 in a frame: those with start codes (annex B of both) and those with lengths before them. */
final class NalUnits {

    private static final int START_CODE = 1;
    private static final int H264_IDR = 5;
    private static final int H264_SEQUENCE = 7;
    private static final int H264_PICTURE = 8;
    private static final int H265_FIRST_RANDOM_ACCESS = 16;
    private static final int H265_LAST_RANDOM_ACCESS = 21;
    private static final int H265_VIDEO = 32;
    private static final int H265_SEQUENCE = 33;
    private static final int H265_PICTURE = 34;

    private NalUnits() {}

    /** A unit in a frame, without what separates it from others. */
    record Unit(int start, int end) {}

    static int type(VideoCodec codec, byte header) {
        return codec == VideoCodec.H264 ? header & 0x1f : header >> 1 & 0x3f;
    }

    static boolean isParameterSet(VideoCodec codec, int type) {
        return codec == VideoCodec.H264
                ? type == H264_SEQUENCE || type == H264_PICTURE
                : type >= H265_VIDEO && type <= H265_PICTURE;
    }

    static boolean isSequence(VideoCodec codec, int type) {
        return type == (codec == VideoCodec.H264 ? H264_SEQUENCE : H265_SEQUENCE);
    }

    private static boolean isRandomAccess(VideoCodec codec, int type) {
        return codec == VideoCodec.H264
                ? type == H264_IDR
                : type >= H265_FIRST_RANDOM_ACCESS && type <= H265_LAST_RANDOM_ACCESS;
    }

    /** The units of a frame with start codes. */
    static List<Unit> split(byte[] frame) {
        List<Unit> units = new ArrayList<>();
        int start = -1;
        for (int i = 0; i + 2 < frame.length; i++) {
            if (frame[i] == 0 && frame[i + 1] == 0 && frame[i + 2] == 1) {
                if (start >= 0) {
                    add(frame, start, i, units);
                }
                start = i + 3;
                i += 2;
            }
        }
        if (start >= 0) {
            add(frame, start, frame.length, units);
        }
        return units;
    }

    private static void add(byte[] frame, int start, int limit, List<Unit> units) {
        int end = limit;
        while (end > start && frame[end - 1] == 0) {
            end--;
        }
        if (end > start) {
            units.add(new Unit(start, end));
        }
    }

    /** Whether decoding can begin with a frame with start codes. */
    static boolean isKey(VideoCodec codec, byte[] frame) {
        return split(frame).stream().anyMatch(unit -> isRandomAccess(codec, type(codec, frame[unit.start()])));
    }

    /**
     * A frame with start codes; a key frame brings its parameter sets along.
     *
     * @throws IOException if the lengths in the frame do not add up
     */
    static byte[] toByteStream(VideoFormat format, byte[] frame, boolean key) throws IOException {
        if (format.lengthBytes() == 0) {
            return frame;
        }
        byte[] sets = key ? format.sets().toByteStream() : new byte[0];
        List<Unit> units = new ArrayList<>();
        int size = sets.length;
        for (int at = 0; at < frame.length; ) {
            int start = at + format.lengthBytes();
            long length = 0;
            for (; at < start && at < frame.length; at++) {
                length = length << 8 | frame[at] & 0xff;
            }
            if (start + length > frame.length) {
                throw new IOException("a frame is damaged");
            }
            at = start + (int) length;
            units.add(new Unit(start, at));
            size += Integer.BYTES + (int) length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(sets);
        for (Unit unit : units) {
            out.putInt(START_CODE).put(frame, unit.start(), unit.end() - unit.start());
        }
        return out.array();
    }
}
