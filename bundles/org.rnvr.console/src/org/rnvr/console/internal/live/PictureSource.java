package org.rnvr.console.internal.live;

import java.util.function.Consumer;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.View;

/** What brings pictures to the screen, in either way. On the UI thread. */
public interface PictureSource {

    /** Shows them in a native window. */
    View show(long nativeWindow);

    /** Hands them to who draws them. */
    View draw(Consumer<Picture> painter);
}
