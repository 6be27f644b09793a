package org.rnvr.console.internal.playback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.rnvr.console.internal.playback.model.EventMark;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.playback.model.PixelRun;
import org.rnvr.console.internal.playback.model.Ruler;
import org.rnvr.console.internal.playback.model.Stretch;
import org.rnvr.console.internal.playback.model.TimeScale;
import org.rnvr.console.internal.playback.model.TimelineModel;
import org.rnvr.console.internal.playback.model.TimelineModel.Row;
import org.rnvr.console.internal.playback.model.Track;
import org.rnvr.recording.Bookmark;

/** Draws a timeline: what is seen of it, and nothing else. On the UI thread. */
final class TimelinePainter {

    static final int BAND_HEIGHT = 20;
    static final int RULER_HEIGHT = 44;
    static final int ROW_HEIGHT = 36;

    private static final int LABEL_MARGIN = 14;
    private static final int WIDEST_LABEL = 88;
    private static final int BAR_TOP = 11;
    private static final int BAR_HEIGHT = 15;
    private static final int HOLE_TOP = 14;
    private static final int HOLE_HEIGHT = 9;
    private static final int SELECTION_ALPHA = 56;
    private static final int OPAQUE = 255;
    private static final int HANDLE = 6;

    private final TimelineModel model;
    private final Ruler ruler;
    private final MomentText text;

    TimelinePainter(TimelineModel model, Ruler ruler, MomentText text) {
        this.model = model;
        this.ruler = ruler;
        this.text = text;
    }

    /**
     * Draws.
     *
     * @param gc onto this
     * @param area all there is
     * @param colors with these
     * @param scroll how many pixels of the rows are above what is seen
     * @param now the present
     * @param focused whether the keyboard is here
     */
    void paint(GC gc, Rectangle area, TimelineColors colors, int scroll, Instant now, boolean focused) {
        TimeScale scale = model.scale();
        gc.setBackground(colors.ground());
        gc.fillRectangle(area);
        List<Ruler.Tick> ticks = ruler.ticks(scale, WIDEST_LABEL);
        gc.setClipping(0, RULER_HEIGHT, area.width, Math.max(0, area.height - RULER_HEIGHT));
        paintRows(gc, area, colors, scroll, focused, ticks);
        gc.setClipping(area);
        paintRuler(gc, area, colors, ticks);
        paintSelection(gc, area, colors);
        paintLine(gc, area, scale.x(now), colors.now(), SWT.LINE_DOT);
        paintCursor(gc, area, colors);
    }

    private void paintRows(
            GC gc, Rectangle area, TimelineColors colors, int scroll, boolean focused, List<Ruler.Tick> ticks) {
        TimeScale scale = model.scale();
        List<Row> rows = model.rows();
        int first = Math.max(0, scroll / ROW_HEIGHT);
        int last = Math.min(rows.size() - 1, (scroll + area.height - RULER_HEIGHT) / ROW_HEIGHT);
        for (int index = first; index <= last; index++) {
            int top = RULER_HEIGHT + index * ROW_HEIGHT - scroll;
            if (index == model.current()) {
                gc.setBackground(colors.currentRow());
                gc.fillRectangle(0, top, area.width, ROW_HEIGHT);
            }
            gc.setForeground(colors.line());
            gc.drawLine(0, top + ROW_HEIGHT - 1, area.width, top + ROW_HEIGHT - 1);
        }
        for (Ruler.Tick tick : ticks) {
            if (tick.isLabelled()) {
                paintLine(gc, area, scale.x(tick.at()), colors.line(), SWT.LINE_SOLID);
            }
        }
        for (int index = first; index <= last; index++) {
            int top = RULER_HEIGHT + index * ROW_HEIGHT - scroll;
            rows.get(index).track().ifPresent(track -> paintTrack(gc, colors, track, top));
            if (focused && index == model.current()) {
                gc.drawFocus(0, top, area.width, ROW_HEIGHT - 1);
            }
        }
    }

    private void paintTrack(GC gc, TimelineColors colors, Track track, int top) {
        TimeScale scale = model.scale();
        for (PixelRun run : PixelRun.of(track.stretches(), scale)) {
            Strokes.recorded(gc, colors, new Rectangle(run.x(), top + BAR_TOP, run.width(), BAR_HEIGHT));
        }
        for (PixelRun run : PixelRun.of(track.holes(), scale)) {
            gc.setBackground(colors.ground());
            gc.fillRectangle(run.x(), top + BAR_TOP, run.width(), BAR_HEIGHT);
            Strokes.missing(gc, colors, new Rectangle(run.x(), top + HOLE_TOP, run.width(), HOLE_HEIGHT));
        }
        if (!track.stretches().isEmpty()) {
            Stretch last = track.stretches().get(track.stretches().size() - 1);
            if (last.writing() && scale.shows(last.to())) {
                Strokes.growing(gc, colors, new Rectangle(scale.x(last.to()), top + BAR_TOP, 0, BAR_HEIGHT));
            }
        }
        for (Bookmark bookmark : track.bookmarks()) {
            if (bookmark.from().isBefore(scale.to()) && !bookmark.to().isBefore(scale.from())) {
                Strokes.bookmark(gc, colors, scale.x(bookmark.from()), scale.x(bookmark.to()), top + 3);
            }
        }
        int lastEvent = Integer.MIN_VALUE;
        for (EventMark event : track.events()) {
            int x = scale.x(event.at());
            if (scale.shows(event.at()) && x != lastEvent) {
                Strokes.event(gc, colors, x, top + ROW_HEIGHT - 2);
                lastEvent = x;
            }
        }
    }

    private void paintRuler(GC gc, Rectangle area, TimelineColors colors, List<Ruler.Tick> ticks) {
        TimeScale scale = model.scale();
        gc.setBackground(colors.raised());
        gc.fillRectangle(0, 0, area.width, RULER_HEIGHT);
        for (Ruler.Band band : ruler.bands(scale, WIDEST_LABEL)) {
            int left = Math.max(0, scale.x(band.from()));
            int right = Math.min(area.width, scale.x(band.to()));
            gc.setForeground(colors.line());
            if (scale.x(band.from()) >= 0) {
                gc.drawLine(left, 0, left, RULER_HEIGHT);
            }
            Optional<String> label = Stream.of(band.label(), band.shortLabel())
                    .filter(words -> gc.textExtent(words).x + LABEL_MARGIN <= right - left)
                    .findFirst();
            gc.setForeground(colors.text());
            label.ifPresent(words -> gc.drawText(words, left + LABEL_MARGIN / 2, 2, true));
        }
        for (Ruler.Tick tick : ticks) {
            int x = scale.x(tick.at());
            gc.setForeground(tick.isLabelled() ? colors.faint() : colors.line());
            gc.drawLine(x, RULER_HEIGHT - (tick.isLabelled() ? 7 : 4), x, RULER_HEIGHT - 1);
            if (tick.isLabelled()) {
                Point extent = gc.textExtent(tick.label());
                gc.drawText(tick.label(), x - extent.x / 2, BAND_HEIGHT - 1, true);
            }
        }
        gc.setForeground(colors.line());
        gc.drawLine(0, RULER_HEIGHT - 1, area.width, RULER_HEIGHT - 1);
    }

    private void paintSelection(GC gc, Rectangle area, TimelineColors colors) {
        TimeScale scale = model.scale();
        model.marks().range().ifPresent(range -> {
            int from = scale.x(range.from());
            int to = scale.x(range.to());
            gc.setAlpha(SELECTION_ALPHA);
            gc.setBackground(colors.selected());
            gc.fillRectangle(from, BAND_HEIGHT, Math.max(1, to - from), area.height - BAND_HEIGHT);
            gc.setAlpha(OPAQUE);
        });
        model.marks().in().ifPresent(in -> paintBracket(gc, area, colors, scale.x(in), 1));
        model.marks().out().ifPresent(out -> paintBracket(gc, area, colors, scale.x(out), -1));
    }

    private static void paintBracket(GC gc, Rectangle area, TimelineColors colors, int x, int direction) {
        paintLine(gc, area, x, colors.selected(), SWT.LINE_SOLID);
        gc.setBackground(colors.selected());
        gc.fillPolygon(new int[] {
            x,
            BAND_HEIGHT,
            x + direction * HANDLE,
            BAND_HEIGHT,
            x + direction * HANDLE,
            BAND_HEIGHT + 3,
            x,
            RULER_HEIGHT - 8
        });
    }

    private void paintCursor(GC gc, Rectangle area, TimelineColors colors) {
        int x = model.scale().x(model.position());
        if (x < -WIDEST_LABEL || x > area.width + WIDEST_LABEL) {
            return;
        }
        paintLine(gc, area, x, colors.cursor(), SWT.LINE_SOLID);
        String time = text.seconds(model.position()).substring("0000-00-00 ".length());
        Point extent = gc.textExtent(time);
        int width = extent.x + 12;
        int left = Math.max(0, Math.min(area.width - width, x - width / 2));
        gc.setBackground(colors.cursor());
        gc.fillRoundRectangle(left, 2, width, BAND_HEIGHT - 3, 6, 6);
        gc.fillPolygon(
                new int[] {x - HANDLE, BAND_HEIGHT - 2, x + HANDLE, BAND_HEIGHT - 2, x, BAND_HEIGHT + HANDLE - 1});
        gc.setForeground(colors.cursorText());
        gc.drawText(time, left + 6, 2 + (BAND_HEIGHT - 3 - extent.y) / 2, true);
    }

    private static void paintLine(GC gc, Rectangle area, int x, Color color, int style) {
        if (x >= 0 && x < area.width) {
            gc.setForeground(color);
            gc.setLineStyle(style);
            gc.drawLine(x, RULER_HEIGHT, x, area.height);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }
}
