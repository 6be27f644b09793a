package org.rnvr.console.internal.live;

import java.util.Optional;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.rnvr.pipeline.View;

/** A camera's picture on the screen, in one of the ways there are. On the UI thread. */
interface MovingPicture {

    /** Where it is. */
    Control control();

    /** What brings it; empty as long as it cannot be on the screen. */
    Optional<View> view();

    /** A copy of what is on the screen now, for the caller to dispose; empty while there is none. */
    Optional<Image> copy();

    /** Takes it away at once. */
    void close();
}
