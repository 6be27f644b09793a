package org.rnvr.console.internal.live;

import java.util.Optional;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.console.internal.Images;
import org.rnvr.console.internal.model.Told;

/** What stands in the place of a picture that is not there. */
public final class TileMessage {

    private static final int MARGIN = 24;
    private static final int GAP = 14;

    private final Canvas canvas;
    private final Images images;
    private final Font large;
    private Optional<Told> told = Optional.empty();
    private String text = "";
    private Runnable cleared = () -> {};

    /** In the picture's place. */
    public TileMessage(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        images = new Images(canvas);
        FontDescriptor font = FontDescriptor.createFrom(canvas.getFont());
        large = new LocalResourceManager(JFaceResources.getResources(), canvas).create(font.increaseHeight(7));
        canvas.addPaintListener(event -> paint(event.gc));
    }

    /** What takes the place. */
    public Control control() {
        return canvas;
    }

    /** Tells why there is no picture. */
    public void show(Told newTold, String newText) {
        show(Optional.of(newTold), newText);
    }

    /**
     * Leaves nothing but the ground. A native window has no ground of its own and shows what was on the screen in its place
     * until it has its first picture; that must not be another camera's.
     *
     * @param whenOnScreen called when the ground is on the screen and nothing else was to be shown meanwhile
     */
    public void clear(Runnable whenOnScreen) {
        show(Optional.empty(), "");
        cleared = whenOnScreen;
        canvas.redraw();
    }

    private void show(Optional<Told> newTold, String newText) {
        if (!told.equals(newTold) || !text.equals(newText)) {
            told = newTold;
            text = newText;
            canvas.redraw();
        }
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(TileColors.GROUND);
        gc.fillRectangle(area);
        told.ifPresentOrElse(
                it -> paint(gc, area, it), () -> canvas.getDisplay().asyncExec(this::callCleared));
    }

    private void paint(GC gc, Rectangle area, Told it) {
        TextLayout head = layout(it.words(), large, area);
        TextLayout body = layout(text, canvas.getFont(), area);
        try {
            int headHeight = head.getBounds().height;
            int bodyHeight = text.isEmpty() ? 0 : GAP + body.getBounds().height;
            Image image = images.large(it.symbol());
            Rectangle icon = image.getBounds();
            int y = Math.max(0, (area.height - icon.height - GAP - headHeight - bodyHeight) / 2);
            gc.drawImage(image, (area.width - icon.width) / 2, y);
            y += icon.height + GAP;
            gc.setForeground(TileColors.TEXT);
            head.draw(gc, MARGIN, y);
            if (!text.isEmpty()) {
                gc.setForeground(TileColors.FAINT_TEXT);
                body.draw(gc, MARGIN, y + headHeight + GAP);
            }
        } finally {
            head.dispose();
            body.dispose();
        }
    }

    private void callCleared() {
        if (told.isEmpty()) {
            Runnable call = cleared;
            cleared = () -> {};
            call.run();
        }
    }

    private TextLayout layout(String content, Font font, Rectangle area) {
        TextLayout layout = new TextLayout(canvas.getDisplay());
        layout.setText(content);
        layout.setFont(font);
        layout.setAlignment(SWT.CENTER);
        layout.setWidth(Math.max(1, area.width - 2 * MARGIN));
        return layout;
    }
}
