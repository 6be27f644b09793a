package org.rnvr.console.internal.health;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Where the plot is shown that was drawn elsewhere. On the UI thread. */
final class PlotArea {

    private static final int POINTS_PER_INCH = 72;

    private final Canvas canvas;
    private Optional<Image> image = Optional.empty();
    private String words = "";

    PlotArea(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addDisposeListener(event -> image.ifPresent(Image::dispose));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = words;
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_GRAPHIC;
            }
        });
    }

    Canvas canvas() {
        return canvas;
    }

    /** How a plot has to look that fits in here now; empty while there is no room. */
    Optional<PlotRequest> request() {
        Point size = canvas.getSize();
        if (size.x < 1 || size.y < 1) {
            return Optional.empty();
        }
        FontData font = canvas.getFont().getFontData()[0];
        int textSize = Math.max(1, font.getHeight() * canvas.getDisplay().getDPI().y / POINTS_PER_INCH);
        return Optional.of(new PlotRequest(
                size.x,
                size.y,
                canvas.getBackground().getRGB(),
                canvas.getForeground().getRGB(),
                textSize));
    }

    /** Shows a plot, said in these words. */
    void show(ImageData plot, String said) {
        image.ifPresent(Image::dispose);
        image = Optional.of(new Image(canvas.getDisplay(), plot));
        words = said;
        canvas.redraw();
    }

    /** Shows nothing. */
    void clear() {
        image.ifPresent(Image::dispose);
        image = Optional.empty();
        words = "";
        canvas.redraw();
    }

    /** One that was drawn for another size is stretched until the next is there. */
    private void paint(GC gc) {
        Point size = canvas.getSize();
        image.ifPresent(shown -> {
            Rectangle drawn = shown.getBounds();
            gc.drawImage(shown, 0, 0, drawn.width, drawn.height, 0, 0, size.x, size.y);
        });
    }
}
