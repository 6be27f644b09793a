package org.rnvr.console.internal.playback;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What the shapes of the timeline mean, and at its left what there is to say at the moment. On the UI thread. */
final class Legend {

    static final int HEIGHT = 22;

    private static final int SAMPLE = 20;
    private static final int GAP = 6;
    private static final int MARGIN = 8;

    private final Canvas canvas;
    private String notice = "";

    Legend(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS | SWT.NO_BACKGROUND);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
    }

    Control control() {
        return canvas;
    }

    /** Says something; empty: nothing. */
    void say(String words) {
        if (!notice.equals(words) && !canvas.isDisposed()) {
            notice = words;
            canvas.setToolTipText(words.isEmpty() ? null : words);
            canvas.redraw();
        }
    }

    String said() {
        return notice;
    }

    private void paint(GC gc) {
        TimelineColors colors = TimelineColors.on(canvas.getParent().getBackground());
        Rectangle area = canvas.getClientArea();
        gc.setBackground(colors.raised());
        gc.fillRectangle(area);
        int x = area.width - MARGIN;
        int middle = area.height / 2;
        x = word(gc, colors, Messages.legend_event, x, middle);
        Strokes.event(gc, colors, x - SAMPLE / 2, middle + 4);
        x = word(gc, colors, Messages.legend_bookmark, x - SAMPLE - 2 * GAP, middle);
        Strokes.bookmark(gc, colors, x - SAMPLE, x, middle - 4);
        x = word(gc, colors, Messages.legend_missing, x - SAMPLE - 2 * GAP, middle);
        Strokes.missing(gc, colors, new Rectangle(x - SAMPLE, middle - 4, SAMPLE, 9));
        x = word(gc, colors, Messages.legend_recorded, x - SAMPLE - 2 * GAP, middle);
        Strokes.recorded(gc, colors, new Rectangle(x - SAMPLE, middle - 6, SAMPLE, 12));
        gc.setClipping(0, 0, Math.max(0, x - SAMPLE - GAP), area.height);
        gc.setForeground(colors.text());
        gc.drawText(notice, MARGIN, middle - gc.textExtent(notice).y / 2, true);
    }

    private static int word(GC gc, TimelineColors colors, String words, int right, int middle) {
        gc.setForeground(colors.faint());
        int left = right - gc.textExtent(words).x;
        gc.drawText(words, left, middle - gc.textExtent(words).y / 2, true);
        return left - GAP;
    }
}
