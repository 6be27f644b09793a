package org.rnvr.console.internal.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.config.StreamingSettings.Osd;
import org.rnvr.console.internal.model.Told;

/** What a tile has below its head: the picture, the last picture of a camera that stopped, or words. On the UI thread. */
final class TileBody {

    private final Composite control;
    private final TileMessage message;
    private final LastPicture last;
    private final Caption caption;
    private Optional<PictureWindow> picture = Optional.empty();

    TileBody(Composite parent, Clock clock, Consumer<Control> surface) {
        control = new Composite(parent, SWT.NONE);
        message = new TileMessage(control);
        last = new LastPicture(control);
        caption = new Caption(control, clock);
        surface.accept(message.control());
        surface.accept(last.control());
        surface.accept(caption.control());
        control.addControlListener(ControlListener.controlResizedAdapter(event -> arrange()));
    }

    Composite control() {
        return control;
    }

    /** The picture to use from now on; out of sight until the picture is shown. */
    void use(Optional<PictureWindow> other) {
        picture = other;
        last.hide();
        caption.hide();
        picture.ifPresent(window -> {
            window.control().moveAbove(null);
            order();
        });
    }

    /** What lies over the picture does so again, wherever the picture is now. */
    void order() {
        last.control().moveAbove(null);
        caption.control().moveAbove(null);
    }

    /** Shows the moving picture. */
    void showPicture(Osd osd, String name, Duration silence) {
        last.hide();
        picture.ifPresent(window -> {
            if (window.control().getVisible()) {
                caption.show(osd, name, silence);
            } else {
                caption.hide();
                message.clear(() -> picture.filter(window::equals).ifPresent(this::bringUp));
            }
        });
    }

    /** Shows the last picture, and that it is not live. */
    void showLast(String words) {
        caption.hide();
        picture.ifPresent(window -> last.show(window, words));
    }

    /** Shows words only. */
    void showMessage(Told told, String text) {
        caption.hide();
        last.hide();
        picture.ifPresent(window -> window.control().setVisible(false));
        message.show(told, text);
    }

    private void bringUp(PictureWindow window) {
        if (!window.control().isDisposed()) {
            window.control().setVisible(true);
        }
    }

    private void arrange() {
        Rectangle area = control.getClientArea();
        message.control().setBounds(area);
        last.control().setBounds(area);
        picture.ifPresent(window -> window.control().setBounds(area));
        caption.arrange();
    }
}
