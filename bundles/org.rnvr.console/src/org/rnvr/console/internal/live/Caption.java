package org.rnvr.console.internal.live;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.config.StreamingSettings.Osd;

/**
 * Name and time over a picture, as {@code streaming.osd_*} say. GTK cuts the place of this control out of the native window
 * below it, so it needs a ground of its own. Sizes hold for pictures from {@value #FULL_SIZE_WIDTH} pixels in width on; over
 * smaller ones everything is smaller, and what would hide half the picture is not shown.
 */
final class Caption {

    static final int FULL_SIZE_WIDTH = 640;
    private static final int LEAST_FONT = 6;
    private static final int MARGIN = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Canvas canvas;
    private final LocalResourceManager resources;
    private final Clock clock;
    private Optional<Osd> osd = Optional.empty();
    private String text = "";
    private boolean fits = true;
    private Optional<FontDescriptor> held = Optional.empty();

    Caption(Composite parent, Clock clock) {
        this.clock = clock;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        resources = new LocalResourceManager(JFaceResources.getResources(), canvas);
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.setVisible(false);
    }

    Control control() {
        return canvas;
    }

    /** Shows what the settings want of this camera, over a picture that arrived this long ago. */
    void show(Osd wanted, String name, Duration silence) {
        String wantedText = Stream.of(
                        wanted.cameraName() ? name : "",
                        wanted.timestamp()
                                ? TIME.format(clock.instant().minus(silence).atZone(clock.getZone()))
                                : "")
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!Objects.equals(osd, Optional.of(wanted)) || !text.equals(wantedText)) {
            boolean otherSize = !osd.equals(Optional.of(wanted)) || text.length() != wantedText.length();
            osd = Optional.of(wanted);
            text = wantedText;
            if (otherSize) {
                arrange();
            }
            canvas.redraw();
        }
        canvas.setVisible(fits && !text.isEmpty());
    }

    void hide() {
        canvas.setVisible(false);
    }

    /** Takes its place over a picture that fills the parent. */
    void arrange() {
        Rectangle area = canvas.getParent().getClientArea();
        osd.filter(wanted -> !area.isEmpty()).ifPresent(wanted -> {
            double scale = Math.min(1, (double) area.width / FULL_SIZE_WIDTH);
            canvas.setFont(font((int) Math.max(LEAST_FONT, Math.round(wanted.fontSize() * scale))));
            Point size = extent();
            fits = size.y <= area.height / 2;
            int xPad = (int) (wanted.xPad() * scale);
            int yPad = (int) (wanted.yPad() * scale);
            int x =
                    switch (wanted.horizontal()) {
                        case LEFT -> xPad;
                        case CENTER -> (area.width - size.x) / 2;
                        case RIGHT -> area.width - size.x - xPad;
                    };
            int y =
                    switch (wanted.vertical()) {
                        case TOP -> yPad;
                        case CENTER -> (area.height - size.y) / 2;
                        case BOTTOM -> area.height - size.y - yPad;
                    };
            canvas.setBounds(Math.max(0, x), Math.max(0, y), size.x, size.y);
        });
    }

    private Font font(int points) {
        FontDescriptor descriptor =
                FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setHeight(points);
        Font font = resources.create(descriptor);
        held.ifPresent(resources::destroy);
        held = Optional.of(descriptor);
        return font;
    }

    private Point extent() {
        GC gc = new GC(canvas);
        try {
            gc.setFont(canvas.getFont());
            Point size = gc.textExtent(text);
            return new Point(size.x + 2 * MARGIN, size.y + 2);
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        gc.setBackground(TileColors.GROUND);
        gc.fillRectangle(canvas.getClientArea());
        osd.ifPresent(wanted -> {
            gc.setForeground(new Color(wanted.red(), wanted.green(), wanted.blue()));
            gc.setFont(canvas.getFont());
            gc.drawText(text, MARGIN, 1, true);
        });
    }
}
