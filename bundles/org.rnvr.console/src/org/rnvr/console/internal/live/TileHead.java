package org.rnvr.console.internal.live;

import java.util.Objects;
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
import org.rnvr.console.internal.Images;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;

/** The strip above a picture: whose it is and how it is. It turns to the colour of warning when the picture stands still. */
public final class TileHead {

    private static final int HEIGHT = 28;
    private static final int MARGIN = 10;
    private static final int GAP = 8;
    private static final int PLATE = 3;

    private final Canvas canvas;
    private final Images images;
    private final Font bold;
    private String name = "";
    private Told told = new Told(Symbol.UNKNOWN, "");
    private boolean warning;

    /** Above the picture. */
    public TileHead(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        images = new Images(canvas);
        bold = new LocalResourceManager(JFaceResources.getResources(), canvas)
                .create(FontDescriptor.createFrom(canvas.getFont()).setStyle(SWT.BOLD));
        canvas.addPaintListener(event -> paint(event.gc));
    }

    /** The strip. */
    public Control control() {
        return canvas;
    }

    /** How high it is. */
    public int height() {
        return HEIGHT;
    }

    /** Tells whose picture it is and how it is. */
    public void show(String newName, Told newTold, boolean newWarning) {
        if (!name.equals(newName) || !Objects.equals(told, newTold) || warning != newWarning) {
            name = newName;
            told = newTold;
            warning = newWarning;
            canvas.redraw();
        }
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(warning ? TileColors.WARNING : TileColors.HEAD);
        gc.fillRectangle(area);
        gc.setForeground(warning ? TileColors.WARNING_TEXT : TileColors.TEXT);
        Image image = images.of(told.symbol());
        int icon = image.getBounds().width;
        gc.setFont(warning ? bold : canvas.getFont());
        Point words = gc.textExtent(told.words());
        int right = area.width - MARGIN - words.x;
        gc.drawText(told.words(), right, (area.height - words.y) / 2, true);
        int left = right - GAP - icon;
        int top = (area.height - image.getBounds().height) / 2;
        if (warning) {
            gc.setAntialias(SWT.ON);
            gc.setBackground(TileColors.GROUND);
            gc.fillRoundRectangle(left - PLATE, top - PLATE, icon + 2 * PLATE, icon + 2 * PLATE, 2 * PLATE, 2 * PLATE);
        }
        gc.drawImage(image, left, top);
        gc.setFont(bold);
        gc.setClipping(0, 0, Math.max(0, left - GAP), area.height);
        gc.drawText(name, MARGIN, (area.height - gc.textExtent(name).y) / 2, true);
    }
}
