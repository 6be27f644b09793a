package org.rnvr.console.internal.live;

import java.util.Optional;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * The picture of a camera that stopped: darkened, with words across it. It lies over the moving picture, of which the last
 * one would look as if it were live.
 */
final class LastPicture {

    private static final int VEIL = 165;
    private static final int MARGIN = 8;

    private final Canvas canvas;
    private final Font large;
    private Optional<Image> image = Optional.empty();
    private String words = "";

    LastPicture(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        large = new LocalResourceManager(JFaceResources.getResources(), canvas)
                .create(FontDescriptor.createFrom(canvas.getFont())
                        .increaseHeight(4)
                        .setStyle(SWT.BOLD));
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addDisposeListener(event -> forget());
        canvas.setVisible(false);
    }

    Control control() {
        return canvas;
    }

    /** Comes up, with a copy of the picture if it can be had; afterwards only the words change. */
    void show(PictureWindow picture, String newWords) {
        if (!canvas.getVisible()) {
            image = picture.copy();
            words = newWords;
            canvas.setVisible(true);
        } else if (!words.equals(newWords)) {
            words = newWords;
            canvas.redraw();
        }
    }

    void hide() {
        canvas.setVisible(false);
        forget();
    }

    private void forget() {
        image.ifPresent(Image::dispose);
        image = Optional.empty();
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(TileColors.GROUND);
        gc.fillRectangle(area);
        image.ifPresent(picture -> Fitted.draw(gc, picture, area));
        gc.setAlpha(VEIL);
        gc.fillRectangle(area);
        gc.setAlpha(255);
        gc.setFont(large);
        Point size = gc.textExtent(words);
        if (size.x > area.width - 2 * MARGIN) {
            gc.setFont(canvas.getFont());
            size = gc.textExtent(words);
        }
        int left = (area.width - size.x) / 2;
        int top = (area.height - size.y) / 2;
        gc.fillRectangle(left - MARGIN, top - MARGIN, size.x + 2 * MARGIN, size.y + 2 * MARGIN);
        gc.setForeground(TileColors.WARNING);
        gc.drawText(words, left, top, true);
    }
}
