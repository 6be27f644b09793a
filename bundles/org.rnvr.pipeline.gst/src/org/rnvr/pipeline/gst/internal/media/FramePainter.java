package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.glib.Natives;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.gst.internal.PaintedPictures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody who draws, and gets pictures on the calling thread. */
public final class FramePainter implements Screen {

    private static final Logger LOG = LoggerFactory.getLogger(FramePainter.class);

    private static final String SINK = " ! capsfilter name=size ! appsink name=out sync=false async=false qos=false"
            + " max-buffers=1 drop=true wait-on-eos=false enable-last-sample=false";

    private final Consumer<Picture> painter;
    private final Supplier<String> limit;
    private final FrameChain chain;
    private final Element filter;
    private final Pointer sink;
    private String limited = "";

    /**
     * Begins.
     *
     * @param painter gets pictures
     * @param limit caps of pictures that are not too large
     * @param direction how pictures are turned, as {@code video-direction} of videoflip; empty for not at all
     * @throws IOException if an element is not installed
     */
    public FramePainter(Consumer<Picture> painter, Supplier<String> limit, Optional<String> direction)
            throws IOException {
        this.painter = painter;
        this.limit = limit;
        chain = new FrameChain(direction, SINK);
        filter = chain.element("size");
        sink = Natives.getRawPointer(chain.element("out"));
        measure();
        chain.start();
    }

    @Override
    public void draw(DecodedFrame frame) throws IOException {
        chain.push(frame);
        Pointer sample = NativeApp.gst_app_sink_try_pull_sample(sink, 0);
        if (sample == null) {
            throw new IOException("no picture was made of a frame");
        }
        Picture picture;
        try {
            picture = PaintedPictures.copy(
                    NativeMedia.gst_sample_get_buffer(sample),
                    PaintedPictures.Size.of(NativeMedia.gst_sample_get_caps(sample)));
        } finally {
            NativeMedia.gst_mini_object_unref(sample);
        }
        try {
            painter.accept(picture);
        } catch (RuntimeException e) {
            LOG.error("A picture could not be drawn", e);
        }
    }

    @Override
    public void measure() {
        String wanted = limit.get();
        if (!wanted.equals(limited)) {
            limited = wanted;
            try (Caps caps = Caps.fromString(wanted)) {
                filter.set("caps", caps);
            }
        }
    }

    @Override
    public void close() {
        chain.close();
    }
}
