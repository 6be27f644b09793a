package org.rnvr.console.internal.live;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final int HEIGHT = 24;
    private static final int MARGIN = 6;
    private static final int GAP = 6;
    private static final int PLATE = 3;
    private static final int LEAST_NAME = 90;

    private final Canvas canvas;
    private final Images images;
    private final Font bold;
    private String name = "";
    private Told told = new Told(Symbol.UNKNOWN, "");
    private Optional<Told> recording = Optional.empty();
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
        show(newName, newTold, Optional.empty(), newWarning);
    }

    /** Shows the camera's name, its state, and its recording if there is something to say of it. */
    void show(String newName, Told newTold, Optional<Told> newRecording, boolean newWarning) {
        if (!name.equals(newName)
                || !told.equals(newTold)
                || !recording.equals(newRecording)
                || warning != newWarning) {
            name = newName;
            told = newTold;
            recording = newRecording;
            canvas.setToolTipText(tip());
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
        boolean roomForWords = area.width - words.x - icon - GAP - 2 * MARGIN >= LEAST_NAME;
        int right = area.width - MARGIN - (roomForWords ? words.x : 0);
        if (roomForWords) {
            gc.drawText(told.words(), right, (area.height - words.y) / 2, true);
        }
        int left = right - (roomForWords ? GAP : 0) - icon;
        draw(gc, image, left);
        int nameLeft = MARGIN;
        if (recording.isPresent()) {
            draw(gc, images.of(recording.get().symbol()), MARGIN);
            nameLeft += icon + GAP;
        }
        gc.setFont(bold);
        gc.setClipping(nameLeft, 0, Math.max(0, left - GAP - nameLeft), area.height);
        gc.drawText(name, nameLeft, (area.height - gc.textExtent(name).y) / 2, true);
    }

    private void draw(GC gc, Image image, int left) {
        Rectangle size = image.getBounds();
        int top = (canvas.getClientArea().height - size.height) / 2;
        if (warning) {
            gc.setAntialias(SWT.ON);
            gc.setBackground(TileColors.GROUND);
            gc.fillRoundRectangle(
                    left - PLATE, top - PLATE, size.width + 2 * PLATE, size.height + 2 * PLATE, 2 * PLATE, 2 * PLATE);
        }
        gc.drawImage(image, left, top);
    }

    private String tip() {
        return Stream.concat(Stream.of(name, told.words()), recording.map(Told::words).stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
