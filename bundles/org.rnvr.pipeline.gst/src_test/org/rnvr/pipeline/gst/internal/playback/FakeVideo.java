package org.rnvr.pipeline.gst.internal.playback;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnvr.pipeline.gst.internal.VideoCodec;
import org.rnvr.pipeline.gst.internal.media.VideoFile;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Segment;

/** A file of so many frames, one every 40 ms, every tenth a key frame; a frame's bytes are its index. */
record FakeVideo(int end) implements VideoFile {

    static final int GROUP = 10;
    static final long STEP = 40_000_000L;

    /** A segment as long as such a file. */
    static Segment segment(String name, Instant start, int frames) {
        return segment(name, start, Duration.ofNanos(STEP * (frames - 1)), Optional.of(EndCause.ROTATION));
    }

    static Segment segment(String name, Instant start, Duration length, Optional<EndCause> cause) {
        return new Segment(
                1,
                "a",
                Path.of(name),
                start,
                start.plus(length),
                Optional.empty(),
                Optional.empty(),
                "h264",
                1,
                1,
                1,
                1,
                cause,
                Optional.empty());
    }

    @Override
    public VideoCodec codec() {
        return VideoCodec.H264;
    }

    @Override
    public int frames() {
        return end;
    }

    @Override
    public int shown(int rank) {
        return rank;
    }

    @Override
    public int keys() {
        return (end + GROUP - 1) / GROUP;
    }

    @Override
    public int key(int number) {
        return number * GROUP;
    }

    @Override
    public long presentation(int frame) {
        return frame * STEP;
    }

    @Override
    public long decoding(int frame) {
        return presentation(frame);
    }

    @Override
    public boolean isKey(int frame) {
        return IntStream.range(0, keys()).anyMatch(number -> key(number) == frame);
    }

    @Override
    public Reader open() {
        return new Reader() {

            @Override
            public byte[] frame(int frame) {
                return new byte[] {(byte) frame};
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
