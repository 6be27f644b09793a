package org.rnvr.console.internal.live;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.pipeline.View;

/** A picture in an X11 window of its own: the pipeline draws into it without a detour through Java. On the UI thread. */
final class OverlaidPicture implements MovingPicture {

    private final PictureSource source;
    private final ClosingWindows closing;
    private final Composite window;
    private Optional<View> view = Optional.empty();

    /**
     * Makes the window, invisible as yet.
     *
     * @param parent where
     * @param place where in it at first; without a size GTK does not make the native window
     * @param source what brings pictures
     * @param closing takes the window over when it is closed
     */
    OverlaidPicture(Composite parent, Rectangle place, PictureSource source, ClosingWindows closing) {
        this.source = source;
        this.closing = closing;
        this.window = new Composite(parent, SWT.EMBEDDED | SWT.NO_BACKGROUND);
        window.addPaintListener(event -> view.ifPresent(View::redraw));
        window.addControlListener(ControlListener.controlResizedAdapter(event -> tellSize()));
        // A picture shall be ready before it is looked at.
        window.setBounds(place);
        attach();
        window.setVisible(false);
    }

    @Override
    public Control control() {
        return window;
    }

    @Override
    public Optional<View> view() {
        return view;
    }

    /** Hands the native window over as soon as it exists, which it does not before its surroundings are on the screen. */
    void attach() {
        if (view.isEmpty() && window.embeddedHandle != 0) {
            view = Optional.of(source.show(window.embeddedHandle));
            tellSize();
        }
    }

    private void tellSize() {
        Rectangle area = window.getClientArea();
        view.ifPresent(shown -> shown.resized(area.width, area.height));
    }

    /** Whether this display has no native windows: this one is on the screen and has none. */
    boolean isImpossible() {
        return window.embeddedHandle == 0
                && window.isVisible()
                && !window.getClientArea().isEmpty();
    }

    @Override
    public Optional<Image> copy() {
        Rectangle area = window.getClientArea();
        if (area.isEmpty() || !window.isVisible()) {
            return Optional.empty();
        }
        Image image = new Image(window.getDisplay(), area.width, area.height);
        GC gc = new GC(window);
        try {
            gc.copyArea(image, 0, 0);
        } finally {
            gc.dispose();
        }
        return Optional.of(image);
    }

    /** Takes the window away at once; it is disposed when the pipeline has left it. */
    @Override
    public void close() {
        view.ifPresentOrElse(shown -> closing.close(window, shown.close()), window::dispose);
    }
}
