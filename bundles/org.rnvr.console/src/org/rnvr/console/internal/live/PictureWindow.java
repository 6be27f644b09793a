package org.rnvr.console.internal.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.View;

/**
 * The picture of a camera in a native window of its own. The one class that knows how video comes into SWT: an X11 window is
 * handed to the pipeline, which draws into it without a detour through Java. On the UI thread.
 */
final class PictureWindow {

    private final CameraPipeline pipeline;
    private final ClosingWindows closing;
    private final Composite window;
    private final Registration listening;
    private Optional<View> view = Optional.empty();

    /**
     * Makes the window, invisible as yet.
     *
     * @param parent where
     * @param pipeline whose picture
     * @param closing takes the window over when it is closed
     * @param ui runs on the UI thread
     * @param failed told when the picture cannot be shown, in one sentence
     */
    PictureWindow(
            Composite parent, CameraPipeline pipeline, ClosingWindows closing, Executor ui, Consumer<String> failed) {
        this.pipeline = pipeline;
        this.closing = closing;
        this.window = new Composite(parent, SWT.EMBEDDED | SWT.NO_BACKGROUND);
        window.addPaintListener(event -> view.ifPresent(View::redraw));
        window.addControlListener(ControlListener.controlResizedAdapter(event -> tellSize()));
        this.listening = pipeline.listen(event -> {
            if (event instanceof PipelineEvent.ViewFailed failure) {
                ui.execute(() ->
                        view.filter(own -> own == failure.view()).ifPresent(own -> failed.accept(failure.reason())));
            }
        });
        // Without a size GTK does not make the native window, and a picture shall be ready before it is looked at.
        window.setBounds(parent.getClientArea());
        attach();
        window.setVisible(false);
    }

    Control control() {
        return window;
    }

    CameraPipeline pipeline() {
        return pipeline;
    }

    /** Hands the native window over as soon as it exists, which it does not before its surroundings are on the screen. */
    void attach() {
        if (view.isEmpty() && window.embeddedHandle != 0) {
            view = Optional.of(pipeline.show(window.embeddedHandle));
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

    /** A copy of what is on the screen now, for the caller to dispose; empty while there is none. */
    Optional<Image> copy() {
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
    void close() {
        listening.close();
        view.ifPresentOrElse(shown -> closing.close(window, shown.close()), window::dispose);
    }
}
