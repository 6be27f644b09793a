package org.rnvr.pipeline.gst.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.gstreamer.Element;

/** Where the pictures of a view go in the end. On the camera's lane. */
interface Outlet {

    /**
     * Makes the elements that take pictures, which are turned already; asked for once.
     *
     * @param bin where they go
     * @return in their order and not linked; the last one lets nothing out
     * @throws MissingElementException if an element is not installed
     */
    List<Element> elements(GstBin bin) throws MissingElementException;

    /** Shows the last picture again, if there is one. */
    void redraw();

    /** It is so large from now on. */
    void resized(int width, int height);

    /** Uses its elements no longer, which are about to be stopped; completed when no picture is under way. */
    CompletableFuture<Void> close();
}
