package org.rnvr.console.internal.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.View;

/**
 * A picture that is drawn like all else in the window, where there is no native one. Pictures that come faster than they can be
 * drawn are passed over. On the UI thread.
 */
final class DrawnPicture implements MovingPicture {

    private static final int DEPTH = 8 * Picture.BYTES_A_PIXEL;
    private static final PaletteData COLOURS = new PaletteData(0x0000ff00, 0x00ff0000, 0xff000000);
    private static final Color AROUND = new Color(0, 0, 0);

    private final Canvas canvas;
    private final View view;
    /** What came and was not drawn yet. */
    private final AtomicReference<Picture> newest = new AtomicReference<>();

    private Optional<Image> image = Optional.empty();

    /**
     * Takes a place.
     *
     * @param place what it covers from now on, like that to be seen or not
     * @param source what brings pictures
     * @param ui runs on the UI thread
     */
    DrawnPicture(Control place, PictureSource source, Executor ui) {
        canvas = new Canvas(place.getParent(), SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_FOCUS);
        canvas.setBounds(place.getBounds());
        canvas.moveAbove(place);
        canvas.setVisible(place.getVisible());
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addDisposeListener(event -> image.ifPresent(Image::dispose));
        Coalescer redraw = new Coalescer(ui, this::redraw);
        view = source.draw(picture -> {
            newest.set(picture);
            redraw.run();
        });
        tellSize();
        canvas.addControlListener(ControlListener.controlResizedAdapter(event -> tellSize()));
    }

    @Override
    public Control control() {
        return canvas;
    }

    @Override
    public Optional<View> view() {
        return Optional.of(view);
    }

    private void tellSize() {
        Rectangle area = canvas.getClientArea();
        view.resized(area.width, area.height);
    }

    private void redraw() {
        if (!canvas.isDisposed()) {
            canvas.redraw();
        }
    }

    private void paint(GC gc) {
        Picture picture = newest.getAndSet(null);
        if (picture != null) {
            image.ifPresent(Image::dispose);
            image = Optional.of(new Image(
                    canvas.getDisplay(),
                    new ImageData(
                            picture.width(),
                            picture.height(),
                            DEPTH,
                            COLOURS,
                            Picture.BYTES_A_PIXEL,
                            picture.pixels())));
        }
        Rectangle area = canvas.getClientArea();
        gc.setBackground(image.isPresent() ? AROUND : TileColors.GROUND);
        gc.fillRectangle(area);
        image.ifPresent(shown -> Fitted.draw(gc, shown, area));
    }

    @Override
    public Optional<Image> copy() {
        Rectangle area = canvas.getClientArea();
        if (area.isEmpty() || image.isEmpty() && newest.get() == null) {
            return Optional.empty();
        }
        Image copy = new Image(canvas.getDisplay(), area.width, area.height);
        GC gc = new GC(copy);
        try {
            paint(gc);
        } finally {
            gc.dispose();
        }
        return Optional.of(copy);
    }

    @Override
    public void close() {
        view.close();
        canvas.dispose();
    }
}
