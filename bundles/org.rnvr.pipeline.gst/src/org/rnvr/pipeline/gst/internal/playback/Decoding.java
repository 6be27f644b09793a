package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.VideoCodec;
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;
import org.rnvr.pipeline.gst.internal.media.Decoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The decoder of a reel: made when it is needed, and the next best one if the best is of no use. One thread. */
final class Decoding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Decoding.class);

    /** No decoder holds back so many frames: one that brings none by then never will. */
    private static final int MOST_UNANSWERED = 120;

    private final Decoders decoders;
    private Optional<Decoder> decoder = Optional.empty();
    private VideoCodec codec;
    private int attempt;
    private boolean proven;
    private boolean dirty;
    private boolean drained;
    private int unanswered;

    /** Makes decoders. */
    @FunctionalInterface
    interface Decoders {
        /**
         * Makes one.
         *
         * @param codec what it decodes
         * @param attempt 0 for the best there is, 1 for the next best
         * @throws NoDecoderException if there is no other
         * @throws IOException if this one cannot be made
         */
        Decoder open(VideoCodec codec, int attempt) throws IOException;
    }

    /** A decoder refuses: it is of no use, or what it got is damaged. */
    static final class Trouble extends IOException {
        private static final long serialVersionUID = 1L;

        private Trouble(IOException failure) {
            super(failure);
        }
    }

    Decoding(Decoders decoders) {
        this.decoders = decoders;
    }

    /** Forgets what it got; a key frame comes next. */
    void begin(VideoCodec wanted) throws IOException {
        if (codec != wanted) {
            discard();
            codec = wanted;
            attempt = 0;
            proven = false;
        }
        if (dirty) {
            decoder().flush();
            dirty = false;
        }
        drained = false;
        unanswered = 0;
    }

    /** Whether it goes on with frames of a codec. */
    boolean takes(VideoCodec other) {
        return codec == other;
    }

    /** Whether a picture came of it once. */
    boolean isProven() {
        return proven;
    }

    /** Whether it gives what it holds and gets nothing more. */
    boolean isDrained() {
        return drained;
    }

    /**
     * Gives it a frame.
     *
     * @throws Trouble if it refuses it, or brings no picture of all it got
     */
    void feed(byte[] bytes, long time, long decodingTime, boolean isKey) throws IOException {
        if (unanswered > MOST_UNANSWERED) {
            throw withoutPicture();
        }
        dirty = true;
        unanswered++;
        Decoder feeding = decoder();
        try {
            feeding.feed(bytes, time, decodingTime, isKey);
        } catch (IOException e) {
            throw new Trouble(e);
        }
    }

    /**
     * The next picture; empty if it needs more.
     *
     * @throws Trouble if it fails
     */
    Optional<DecodedFrame> poll() throws IOException {
        Decoder asked = decoder();
        Optional<DecodedFrame> frame;
        try {
            frame = asked.poll();
        } catch (IOException e) {
            throw new Trouble(e);
        }
        if (frame.isPresent()) {
            proven = true;
            unanswered = 0;
        }
        return frame;
    }

    /** Nothing more comes. */
    void drain() throws IOException {
        decoder().drain();
        drained = true;
    }

    /** What to throw when no picture came where one must. */
    static Trouble withoutPicture() {
        return new Trouble(new IOException("it brings no picture"));
    }

    /** Takes the next best one from now on. */
    void replace(IOException cause) {
        LOG.debug("Decoder {} for {} does not work", attempt, codec, cause);
        discard();
        attempt++;
    }

    /** Takes a new one of the same kind from now on. */
    void discard() {
        decoder.ifPresent(Decoder::close);
        decoder = Optional.empty();
        dirty = false;
    }

    private Decoder decoder() throws IOException {
        while (decoder.isEmpty()) {
            try {
                decoder = Optional.of(decoders.open(codec, attempt));
            } catch (NoDecoderException e) {
                // Whoever tries again later may find one.
                attempt = 0;
                throw e;
            } catch (IOException e) {
                LOG.debug("Decoder {} for {} cannot be made", attempt, codec, e);
                attempt++;
            }
        }
        return decoder.get();
    }

    @Override
    public void close() {
        discard();
    }
}
