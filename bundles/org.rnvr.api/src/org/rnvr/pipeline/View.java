package org.rnvr.pipeline;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** A picture of a camera in a native window, or drawn by whoever asked for it. */
@ProviderType
public interface View {

    /**
     * Draws the last picture again in a window that was exposed or resized; who draws pictures has the last one. Returns at
     * once; any thread.
     */
    void redraw();

    /**
     * Tells how large the picture is shown. A live view takes the camera's second, smaller stream when the camera has one and
     * the picture is small, and otherwise the first, without ever going dark between them. Before this is called a picture
     * counts as large. Pictures that are drawn come in a size that fits from then on. Returns at once; any thread.
     *
     * @param width of the window, or of where it is drawn, in pixels
     * @param height of the same in pixels
     */
    void resized(int width, int height);

    /**
     * When the newest pictures of a live view came to its window, or to whoever draws them: frames may arrive that no decoder
     * makes a picture of. Cheap; any thread. None where that is not kept, as in playback.
     */
    default Arrivals pictures() {
        return Arrivals.NONE;
    }

    /**
     * Stops decoding and leaves the window. Returns at once; any thread; further calls return the same stage.
     *
     * @return completed, never exceptionally, when the window is no longer used and may be disposed, and no picture comes any
     *     more
     */
    CompletionStage<Void> close();
}
