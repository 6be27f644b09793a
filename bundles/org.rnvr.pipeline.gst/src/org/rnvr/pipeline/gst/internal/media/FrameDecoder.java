package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.Optional;
import org.freedesktop.gstreamer.glib.Natives;
import org.rnvr.pipeline.gst.internal.VideoCodec;

/**
 * Decodes frame by frame on the calling thread: no queue lies between, so that what a frame brings out is there when it
 * was given. One thread.
 */
public final class FrameDecoder implements Decoder {

    private static final String SINK = " ! video/x-raw ! appsink name=out sync=false async=false qos=false"
            + " max-buffers=0 wait-on-eos=false enable-last-sample=false";
    private static final int RESET_TIME = 1;

    private final FedPipeline pipeline;
    private final Pointer sink;
    private final Inlet inlet;

    /**
     * Makes one.
     *
     * @param codec what it decodes
     * @param decoder name of the element that does
     * @throws IOException if it cannot be made
     */
    public FrameDecoder(VideoCodec codec, String decoder) throws IOException {
        pipeline = new FedPipeline(codec.parser() + " name=in ! " + decoder + SINK);
        try {
            sink = Natives.getRawPointer(pipeline.element("out"));
            pipeline.start();
            inlet = pipeline.inlet("in");
            inlet.caps(codec.framedCaps());
            inlet.event(segment());
        } catch (IOException e) {
            pipeline.close();
            throw e;
        }
    }

    private static Pointer segment() {
        return NativeMedia.segment(0, -1);
    }

    @Override
    public void feed(byte[] frame, long presentation, long decoding, boolean key) throws IOException {
        if (!inlet.push(NativeMedia.buffer(frame, presentation, decoding, -1, key))) {
            throw pipeline.failure();
        }
    }

    @Override
    public Optional<DecodedFrame> poll() throws IOException {
        Pointer sample = NativeApp.gst_app_sink_try_pull_sample(sink, 0);
        if (sample == null) {
            pipeline.checkForError();
        }
        return Optional.ofNullable(sample).map(Sample::new);
    }

    @Override
    public void drain() {
        inlet.event(NativeMedia.gst_event_new_eos());
    }

    @Override
    public void flush() {
        inlet.event(NativeMedia.gst_event_new_flush_start());
        inlet.event(NativeMedia.gst_event_new_flush_stop(RESET_TIME));
        inlet.event(segment());
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
