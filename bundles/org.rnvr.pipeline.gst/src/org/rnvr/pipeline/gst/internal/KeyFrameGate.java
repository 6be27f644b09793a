package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.function.Predicate;

/**
 * Stands before the tracks of a session: lets nothing pass until a key frame of the video, and holds that key frame, and
 * all that follows, until it is opened. What is held waits in the jitter buffer of the session.
 */
final class KeyFrameGate {

    private static final int MASK = NativeGst.PROBE_TYPE_BLOCK | NativeGst.PROBE_TYPE_BUFFER;

    /** Counts what arrives at a closed gate; called on the threads that carry media. */
    interface Arrivals {
        void video(Pointer buffer);

        void audio(Pointer buffer);
    }

    private final RtspSource source;
    private final Predicate<Pointer> acceptable;
    private final Arrivals arrivals;
    private final Runnable onHeld;
    private volatile boolean holding;
    private final PadProbe video;
    private final PadProbe audio;

    /**
     * Closes the gate.
     *
     * @param source what stands behind it
     * @param acceptable whether a key frame may be the one; called on the thread that carries it
     * @param arrivals counts what arrives
     * @param onHeld called once, on the thread that carries the video, when the key frame is there
     */
    KeyFrameGate(RtspSource source, Predicate<Pointer> acceptable, Arrivals arrivals, Runnable onHeld) {
        this.source = source;
        this.acceptable = acceptable;
        this.arrivals = arrivals;
        this.onHeld = onHeld;
        this.audio = source.bin().probe(source.audio(), MASK, this::onAudio);
        this.video = source.bin().probe(source.video(), MASK, this::onVideo);
    }

    /** Lets video pass from now on, beginning with the frame that is held. */
    void openVideo() {
        source.bin().remove(video);
    }

    /** Lets audio pass from now on; after the first video frame has gone where it belongs, so that audio finds its way. */
    void openAudio() {
        source.bin().remove(audio);
    }

    private int onVideo(int type, Pointer info) {
        if (holding) {
            return NativeGst.PROBE_OK;
        }
        Pointer buffer = NativeGst.probedData(info);
        arrivals.video(buffer);
        if (!NativeGst.isKeyFrame(buffer) || !acceptable.test(buffer)) {
            return NativeGst.PROBE_DROP;
        }
        holding = true;
        onHeld.run();
        return NativeGst.PROBE_OK;
    }

    private int onAudio(int type, Pointer info) {
        if (holding) {
            return NativeGst.PROBE_OK;
        }
        arrivals.audio(NativeGst.probedData(info));
        return NativeGst.PROBE_DROP;
    }
}
