package org.rnvr.pipeline.gst.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.interfaces.VideoOverlay;

/** An X11 window. When no more pictures come the last one stays. */
final class WindowOutlet implements Outlet {

    /** What draws in windows. */
    static final String FACTORY = "ximagesink";

    /** Name of the element that draws; every other one is at the mercy of the decoder. */
    static final String NAME = "window";

    private final long window;
    private Optional<VideoOverlay> overlay = Optional.empty();

    /**
     * Draws nothing yet.
     *
     * @param window X11 window
     */
    WindowOutlet(long window) {
        this.window = window;
    }

    @Override
    public List<Element> elements(GstBin bin) throws MissingElementException {
        Element draw = bin.add(FACTORY, NAME);
        draw.set("sync", false);
        draw.set("async", false);
        draw.set("qos", false);
        draw.set("force-aspect-ratio", true);
        draw.set("enable-last-sample", false);
        VideoOverlay drawing = VideoOverlay.wrap(draw);
        drawing.setWindowHandle(window);
        drawing.handleEvent(false);
        overlay = Optional.of(drawing);
        return List.of(draw);
    }

    @Override
    public void redraw() {
        overlay.ifPresent(VideoOverlay::expose);
    }

    @Override
    public void resized(int width, int height) {
        // How large it is it sees itself, when it draws.
        redraw();
    }

    @Override
    public CompletableFuture<Void> close() {
        overlay = Optional.empty();
        return CompletableFuture.completedFuture(null);
    }
}
