package org.rnvr.pipeline.gst.internal.playback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.VideoCodec;
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;
import org.rnvr.pipeline.gst.internal.media.Decoder;
import org.rnvr.pipeline.gst.internal.media.Screen;

/** Decoders that hold one frame back, as real ones do, and count; a window that only remembers. */
final class CountingEquipment implements Equipment {

    private final List<Long> drawn = new ArrayList<>();
    private final List<Integer> attempts = new ArrayList<>();
    private final int worthlessDecoders;
    private int decoded;
    private int alive;

    CountingEquipment(int worthlessDecoders) {
        this.worthlessDecoders = worthlessDecoders;
    }

    /** When the frames were filmed that were drawn. */
    List<Long> drawn() {
        return drawn;
    }

    /** The decoders that were asked for. */
    List<Integer> attempts() {
        return attempts;
    }

    /** How many frames were decoded. */
    int decoded() {
        return decoded;
    }

    /** How many decoded frames are not closed. */
    int alive() {
        return alive;
    }

    @Override
    public Screen openScreen() {
        return new Screen() {

            @Override
            public void draw(DecodedFrame frame) {
                drawn.add(frame.time());
            }

            @Override
            public void measure() {
                // It has no size.
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }

    @Override
    public Decoder open(VideoCodec codec, int attempt) throws IOException {
        attempts.add(attempt);
        if (attempt > worthlessDecoders) {
            throw new NoDecoderException("there is no other");
        }
        return new CountingDecoder(attempt < worthlessDecoders);
    }

    private final class CountingDecoder implements Decoder {

        private final Deque<Long> inside = new ArrayDeque<>();
        private final boolean worthless;
        private boolean drained;

        CountingDecoder(boolean worthless) {
            this.worthless = worthless;
        }

        @Override
        public void feed(byte[] frame, long presentation, long decoding, boolean key) {
            assertFalse(drained, "once it was drained it takes nothing until it was flushed");
            assertTrue(key || !inside.isEmpty() || decoded > 0, "begins with a key frame");
            decoded++;
            if (!worthless) {
                inside.add(presentation);
            }
        }

        @Override
        public Optional<DecodedFrame> poll() {
            if (inside.size() < (drained ? 1 : 2)) {
                return Optional.empty();
            }
            long time = inside.remove();
            alive++;
            return Optional.of(new DecodedFrame() {

                @Override
                public long time() {
                    return time;
                }

                @Override
                public void close() {
                    alive--;
                }
            });
        }

        @Override
        public void drain() {
            drained = true;
        }

        @Override
        public void flush() {
            inside.clear();
            drained = false;
        }

        @Override
        public void close() {
            inside.clear();
        }
    }
}
