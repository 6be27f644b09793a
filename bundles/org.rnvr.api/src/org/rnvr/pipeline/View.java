package org.rnvr.pipeline;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** A picture of a camera in a native window. */
@ProviderType
public interface View {

    /** Draws the last picture again, for a window that was exposed or resized. Returns at once; any thread. */
    void redraw();

    /**
     * Stops decoding and leaves the window. Returns at once; any thread; further calls return the same stage.
     *
     * @return completed, never exceptionally, when the window is no longer used and may be disposed
     */
    CompletionStage<Void> close();
}
