package org.rnvr.console.internal.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.ViewFailure;

/**
 * A camera's picture on the screen. The one class that knows how video comes into SWT: into a native window where that works,
 * and otherwise by drawing. On the UI thread.
 */
public final class PictureWindow {

    private final PictureSource source;
    private final Executor ui;
    private final Consumer<Control> surface;
    private final OverlaidPicture overlaid;
    private MovingPicture shown;

    /**
     * Makes it, invisible as yet.
     *
     * @param parent where
     * @param place where in it at first; it has a size
     * @param source what brings pictures
     * @param closing takes native windows over when they are closed
     * @param ui runs on the UI thread
     * @param surface told of every control that the picture is in, as soon as it is there
     */
    public PictureWindow(
            Composite parent,
            Rectangle place,
            PictureSource source,
            ClosingWindows closing,
            Executor ui,
            Consumer<Control> surface) {
        this.source = source;
        this.ui = ui;
        this.surface = surface;
        overlaid = new OverlaidPicture(parent, place, source, closing);
        shown = overlaid;
        surface.accept(overlaid.control());
    }

    /** Where the picture is at present. */
    public Control control() {
        return shown.control();
    }

    /** Whether it has begun. */
    public boolean isAttached() {
        return shown.view().isPresent();
    }

    /** Begins as soon as the surroundings are on the screen. */
    public void attach() {
        if (shown == overlaid) {
            overlaid.attach();
            if (overlaid.isImpossible()) {
                draw();
            }
        }
    }

    /**
     * A view failed.
     *
     * @return whether it is this one's and nothing can be shown
     */
    boolean fail(View view, ViewFailure lack) {
        if (shown.view().filter(own -> own == view).isEmpty()) {
            return false;
        }
        boolean helpless = lack != ViewFailure.WINDOW || shown != overlaid;
        if (!helpless) {
            draw();
        }
        return helpless;
    }

    private void draw() {
        shown = new DrawnPicture(overlaid.control(), source, ui);
        surface.accept(shown.control());
        overlaid.close();
    }

    /** Shows the same again where something lay over it. */
    public void redraw() {
        shown.view().ifPresent(View::redraw);
    }

    /** When the newest pictures came. */
    Arrivals pictures() {
        return shown.view().map(View::pictures).orElse(Arrivals.NONE);
    }

    /** A copy of what is on the screen now, for the caller to dispose; empty while there is none. */
    Optional<Image> copy() {
        return shown.copy();
    }

    /** Takes the picture away at once. */
    public void close() {
        shown.close();
    }
}
