package org.rnvr.console.internal.playback;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** How the things of a timeline are drawn. No two share a shape, so that colour is never all that tells them apart. */
final class Strokes {

    private static final int HATCH = 5;
    private static final int FLAG = 5;

    private Strokes() {}

    /** Recorded: a full bar. */
    static void recorded(GC gc, TimelineColors colors, Rectangle bar) {
        gc.setBackground(colors.recorded());
        gc.fillRectangle(bar);
    }

    /** Still being written: the bar ends in an arrow. */
    static void growing(GC gc, TimelineColors colors, Rectangle bar) {
        int x = bar.x + bar.width;
        gc.setBackground(colors.recorded());
        gc.fillPolygon(new int[] {x, bar.y - 2, x + bar.height / 2, bar.y + bar.height / 2, x, bar.y + bar.height + 2});
    }

    /** Missing: a hatched box with an edge. */
    static void missing(GC gc, TimelineColors colors, Rectangle bar) {
        gc.setBackground(colors.missingGround());
        gc.fillRectangle(bar);
        gc.setForeground(colors.missing());
        if (bar.width > 2) {
            Rectangle before = gc.getClipping();
            gc.setClipping(bar.intersection(before));
            for (int x = bar.x - bar.height; x < bar.x + bar.width; x += HATCH) {
                gc.drawLine(x, bar.y + bar.height, x + bar.height, bar.y);
            }
            gc.setClipping(before);
            gc.drawRectangle(bar.x, bar.y, bar.width - 1, bar.height - 1);
        } else {
            gc.setBackground(colors.missing());
            gc.fillRectangle(bar);
        }
    }

    /** A bookmark: a line over its time, with a flag at its beginning. */
    static void bookmark(GC gc, TimelineColors colors, int from, int to, int top) {
        gc.setBackground(colors.bookmark());
        gc.fillRectangle(from, top, Math.max(2, to - from), 2);
        gc.fillPolygon(new int[] {
            from,
            top,
            from + 2 * FLAG,
            top,
            from + FLAG + 2,
            top + FLAG / 2 + 1,
            from + 2 * FLAG,
            top + FLAG + 1,
            from,
            top + FLAG + 1
        });
    }

    /** An event: a small triangle that points up to its time. */
    static void event(GC gc, TimelineColors colors, int x, int bottom) {
        gc.setBackground(colors.event());
        gc.fillPolygon(new int[] {x, bottom - 7, x - 4, bottom, x + 4, bottom});
    }
}
