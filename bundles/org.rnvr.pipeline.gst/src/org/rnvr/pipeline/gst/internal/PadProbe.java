package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A probe on a pad. Its owner keeps it referenced as long as the pad may carry data, also after it was removed: the
 * native side calls into it.
 */
final class PadProbe {

    private static final Logger LOG = LoggerFactory.getLogger(PadProbe.class);

    /** Decides about one item of data, on the thread that carries it. */
    @FunctionalInterface
    interface Handler {
        /**
         * Decides.
         *
         * @param type bits of {@code GstPadProbeType}
         * @param info what it is about, see {@link NativeGst#probedData}; valid during the call
         * @return one of {@code NativeGst.PROBE_…}
         */
        int on(int type, Pointer info);
    }

    private final Pointer pad;
    private final NativeGst.ProbeCallback callback;
    private final long id;

    /**
     * Installs a probe.
     *
     * @param pad where
     * @param mask what it sees
     * @param handler decides
     */
    PadProbe(Pointer pad, int mask, Handler handler) {
        this.pad = pad;
        this.callback = (self, info, data) -> {
            try {
                return handler.on(NativeGst.probeType(info), info);
            } catch (RuntimeException e) {
                LOG.error("A probe failed", e);
                return NativeGst.PROBE_OK;
            }
        };
        Native.setCallbackThreadInitializer(callback, StreamThreads.initializer());
        this.id = NativeGst.gst_pad_add_probe(pad, mask, callback, Pointer.NULL, Pointer.NULL);
    }

    /** Takes it away; a call that is under way may still end. */
    void remove() {
        NativeGst.gst_pad_remove_probe(pad, id);
    }
}
