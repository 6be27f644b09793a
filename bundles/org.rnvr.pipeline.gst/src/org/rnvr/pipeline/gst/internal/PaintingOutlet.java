package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.freedesktop.gstreamer.Element;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.gst.internal.PaintedPictures.Size;

/**
 * Somebody who draws pictures. A picture leaves GStreamer when the one before was taken, on a thread that carries no media: who
 * is slow holds nothing up, and nothing piles up before him.
 */
final class PaintingOutlet implements Outlet {

    /** A picture as GStreamer has it. */
    private record Frame(Pointer buffer, Size size) {}

    private final Consumer<Picture> painter;
    private final Handover<Frame> handover;
    private Optional<Element> filter = Optional.empty();
    private String caps = PaintedPictures.CAPS;

    /** On the thread that carries pictures. */
    private Size size = new Size(0, 0);

    /**
     * Hands over nothing yet.
     *
     * @param painter takes pictures
     * @param workers for what may block
     */
    PaintingOutlet(Consumer<Picture> painter, Executor workers) {
        this.painter = painter;
        handover = new Handover<>(
                new SerialExecutor(workers), this::paint, frame -> NativeGst.gst_mini_object_unref(frame.buffer()));
    }

    @Override
    public List<Element> elements(GstBin bin) throws MissingElementException {
        Element limit = bin.addFilter(caps, "size");
        Element end = bin.add("fakesink", "end");
        end.set("sync", false);
        end.set("async", false);
        end.set("qos", false);
        end.set("enable-last-sample", false);
        bin.probe(
                bin.pad(end, "sink"),
                NativeGst.PROBE_TYPE_BUFFER | NativeGst.PROBE_TYPE_EVENT_DOWNSTREAM,
                (type, info) -> pass(type, NativeGst.probedData(info)));
        filter = Optional.of(limit);
        return List.of(limit, end);
    }

    private int pass(int type, Pointer data) {
        if ((type & NativeGst.PROBE_TYPE_BUFFER) != 0) {
            handover.put(new Frame(NativeGst.gst_mini_object_ref(data), size));
        } else if (NativeGst.eventName(data).equals("caps")) {
            size = size(data);
        }
        return NativeGst.PROBE_OK;
    }

    private static Size size(Pointer event) {
        PointerByReference parsed = new PointerByReference();
        NativeGst.gst_event_parse_caps(event, parsed);
        return Size.of(parsed.getValue());
    }

    private void paint(Frame frame) {
        painter.accept(PaintedPictures.copy(frame.buffer(), frame.size()));
    }

    @Override
    public void redraw() {
        // Who draws has the last picture.
    }

    @Override
    public void resized(int width, int height) {
        String wanted = PaintedPictures.within(width, height);
        if (!wanted.equals(caps)) {
            caps = wanted;
            filter.ifPresent(limit -> GstBin.constrain(limit, wanted));
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        filter = Optional.empty();
        return handover.end();
    }
}
