package org.rnvr.pipeline;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** A picture of a camera in a native window. */
@ProviderType
public interface View {

    /** Draws the last picture again, for a window that was exposed or resized. Returns at once; any thread. */
    void redraw();

    /**
     * Tells how large the picture is shown. A live view takes the camera's second, smaller stream when the camera has one and
     * the picture is small, and otherwise the first, without ever going dark between them. Before this is called a picture
     * counts as large. Returns at once; any thread.
     *
     * @param width of the window in pixels
     * @param height of the window in pixels
     */
    void resized(int width, int height);

    /**
     * Stops decoding and leaves the window. Returns at once; any thread; further calls return the same stage.
     *
     * @return completed, never exceptionally, when the window is no longer used and may be disposed
     */
    CompletionStage<Void> close();
}
