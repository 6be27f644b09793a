package org.rnvr.pipeline.gst.internal.media;

import java.io.Closeable;
import java.io.IOException;
import org.rnvr.pipeline.gst.internal.VideoCodec;

/**
 * The frames of a recorded file that can be shown. Each has an index, its place in the order of decoding, and a rank, its
 * place in the order of showing. Times are in nanoseconds since the first frame. Does not change; any thread.
 */
public interface VideoFile {

    /** How it is coded. */
    VideoCodec codec();

    /** One more than the last index. */
    int end();

    /** Number of frames that can be shown, at least one: one more than the last rank. */
    int frames();

    /** The index of the frame with a rank. */
    int shown(int rank);

    /** Number of key frames, at least one. */
    int keys();

    /** The index of a key frame, counted from 0. */
    int key(int number);

    /** When a frame is shown. */
    long presentation(int frame);

    /** When a frame is decoded. */
    long decoding(int frame);

    /** Whether decoding can begin with a frame. */
    boolean isKey(int frame);

    /** Opens it for reading. */
    Reader open() throws IOException;

    /** Reads frames. One thread. */
    interface Reader extends Closeable {
        /** A frame with start codes. */
        byte[] frame(int frame) throws IOException;
    }
}
