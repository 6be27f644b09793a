package org.rnvr.console.internal.playback;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.rnvr.console.internal.playback.model.TimelineModel;
import org.rnvr.console.internal.playback.model.TimelineModel.Row;

/** The names beside the rows, each with a check for its picture; they can be dragged to the pictures. On the UI thread. */
final class TrackHeads {

    static final int WIDTH = 168;

    private static final int MARGIN = 8;
    private static final int BOX = 14;

    private final TimelineModel model;
    private final IntSupplier scroll;
    private final Canvas canvas;
    private Optional<Row> pressed = Optional.empty();

    TrackHeads(Composite parent, TimelineModel model, IntSupplier scroll, Consumer<String> toggle) {
        this.model = model;
        this.scroll = scroll;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS | SWT.NO_BACKGROUND);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, event -> {
            Optional<String> camera = pressed.map(Row::cameraId);
            if (event.button == 1
                    && camera.isPresent()
                    && camera.equals(rowAt(event.y).map(Row::cameraId))) {
                toggle.accept(camera.get());
            }
            pressed = Optional.empty();
        });
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.heads_accessible;
            }

            /** Not a tool tip: that would lie over the next row and take its clicks. */
            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = Messages.heads_tip;
            }
        });
        DragSource source = new DragSource(canvas, DND.DROP_COPY);
        source.setTransfer(TextTransfer.getInstance());
        source.addDragListener(new DragSourceAdapter() {
            private Optional<String> dragged = Optional.empty();

            @Override
            public void dragStart(DragSourceEvent event) {
                dragged = rowAt(event.y).map(Row::cameraId);
                pressed = Optional.empty();
                event.doit = dragged.isPresent();
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = dragged.orElse("");
            }
        });
        model.observe(() -> {
            if (!canvas.isDisposed()) {
                canvas.redraw();
            }
        });
    }

    Control control() {
        return canvas;
    }

    private void press(Event event) {
        pressed = rowAt(event.y);
        pressed.ifPresent(row -> model.setCurrent(model.rows().indexOf(row)));
    }

    private Optional<Row> rowAt(int y) {
        int index = (y - TimelinePainter.RULER_HEIGHT + scroll.getAsInt()) / TimelinePainter.ROW_HEIGHT;
        return y >= TimelinePainter.RULER_HEIGHT && index < model.rows().size()
                ? Optional.of(model.rows().get(index))
                : Optional.empty();
    }

    private void paint(GC gc) {
        TimelineColors colors = TimelineColors.on(canvas.getParent().getBackground());
        Rectangle area = canvas.getClientArea();
        gc.setBackground(colors.raised());
        gc.fillRectangle(area);
        gc.setClipping(0, TimelinePainter.RULER_HEIGHT, area.width, area.height);
        List<Row> rows = model.rows();
        for (int index = 0; index < rows.size(); index++) {
            int top = TimelinePainter.RULER_HEIGHT + index * TimelinePainter.ROW_HEIGHT - scroll.getAsInt();
            if (top + TimelinePainter.ROW_HEIGHT > TimelinePainter.RULER_HEIGHT && top < area.height) {
                paintRow(
                        gc,
                        colors,
                        rows.get(index),
                        index == model.current(),
                        new Rectangle(0, top, area.width, TimelinePainter.ROW_HEIGHT));
            }
        }
        gc.setClipping(area);
        gc.setForeground(colors.faint());
        gc.drawText(Messages.heads_title, MARGIN, TimelinePainter.BAND_HEIGHT - 1, true);
        gc.setForeground(colors.line());
        gc.drawLine(0, TimelinePainter.RULER_HEIGHT - 1, area.width, TimelinePainter.RULER_HEIGHT - 1);
        gc.drawLine(area.width - 1, 0, area.width - 1, area.height);
    }

    private static void paintRow(GC gc, TimelineColors colors, Row row, boolean current, Rectangle area) {
        if (current) {
            gc.setBackground(colors.currentRow());
            gc.fillRectangle(area);
        }
        int middle = area.y + area.height / 2;
        Rectangle box = new Rectangle(MARGIN, middle - BOX / 2, BOX, BOX);
        gc.setAntialias(SWT.ON);
        if (row.shown()) {
            gc.setBackground(colors.recorded());
            gc.fillRoundRectangle(box.x, box.y, box.width + 1, box.height + 1, 4, 4);
            gc.setForeground(colors.raised());
            gc.setLineWidth(2);
            gc.drawPolyline(new int[] {box.x + 3, middle, box.x + 6, middle + 3, box.x + 11, middle - 3});
            gc.setLineWidth(1);
        } else {
            gc.setForeground(colors.faint());
            gc.drawRoundRectangle(box.x, box.y, box.width, box.height, 4, 4);
        }
        gc.setAntialias(SWT.DEFAULT);
        gc.setForeground(colors.text());
        int left = box.x + box.width + MARGIN;
        gc.drawText(
                fitted(gc, row.name(), area.width - left - MARGIN),
                left,
                middle - gc.textExtent(row.name()).y / 2,
                true);
        gc.setForeground(colors.line());
        gc.drawLine(0, area.y + area.height - 1, area.width, area.y + area.height - 1);
    }

    private static String fitted(GC gc, String name, int width) {
        String shown = name;
        for (int length = name.length(); length > 0 && gc.textExtent(shown).x > width; length--) {
            shown = name.substring(0, length - 1) + "…";
        }
        return shown;
    }
}
