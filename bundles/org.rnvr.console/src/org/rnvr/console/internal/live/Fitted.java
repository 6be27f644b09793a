package org.rnvr.console.internal.live;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;

/** Draws a picture as large as fits, in the middle and with its own proportions. */
final class Fitted {

    private Fitted() {}

    static void draw(GC gc, Image picture, Rectangle area) {
        Rectangle from = picture.getBounds();
        double scale = Math.min((double) area.width / from.width, (double) area.height / from.height);
        int width = (int) (from.width * scale);
        int height = (int) (from.height * scale);
        gc.drawImage(
                picture,
                0,
                0,
                from.width,
                from.height,
                (area.width - width) / 2,
                (area.height - height) / 2,
                width,
                height);
    }
}
