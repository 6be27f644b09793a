package org.rnvr.console.internal.playback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.rnvr.console.internal.playback.model.Marks;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.playback.model.Ruler;
import org.rnvr.console.internal.playback.model.TimeScale;
import org.rnvr.console.internal.playback.model.TimelineModel;
import org.rnvr.console.internal.playback.model.TimelineModel.Row;

/**
 * The timeline itself: recorded stretches row by row under a ruler. A click goes to a moment, dragging the cursor or the ruler
 * scrubs, dragging the rows pans, dragging with Shift selects, the wheel zooms. On the UI thread.
 */
final class Timeline {

    private static final double ZOOM_STEP = 0.8;
    private static final int GRIP = 5;
    private static final int THRESHOLD = 4;
    private static final int REACH = 4;
    private static final int PAN_STEP = 80;

    private final TimelineModel model;
    private final Clock clock;
    private final MomentText text;
    private final Tips tips;
    private final Gestures gestures;
    private final TimelinePainter painter;
    private final Canvas canvas;
    private Drag drag = Drag.NONE;
    private int dragX;
    private TimeScale dragScale;

    private enum Drag {
        NONE,
        UNDECIDED,
        PAN,
        SCRUB,
        SELECT
    }

    Timeline(Composite parent, TimelineModel model, Ruler ruler, MomentText text, Clock clock, Gestures gestures) {
        this.model = model;
        this.clock = clock;
        this.text = text;
        this.gestures = gestures;
        this.dragScale = model.scale();
        tips = new Tips(text);
        painter = new TimelinePainter(model, ruler, text);
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.NO_BACKGROUND);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Resize, event -> resize());
        canvas.addListener(SWT.MouseDown, this::mouseDown);
        canvas.addListener(SWT.MouseMove, this::mouseMove);
        canvas.addListener(SWT.MouseUp, this::mouseUp);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, event -> pan(-event.count * PAN_STEP / 2));
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        // The view's keys are read before they come here; this makes the timeline one that the keyboard can go to.
        canvas.addListener(SWT.KeyDown, event -> {});
        canvas.addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        canvas.getVerticalBar().addListener(SWT.Selection, event -> model.setCurrent(model.current()));
        model.observe(() -> {
            if (!canvas.isDisposed()) {
                updateScrollBar();
                canvas.redraw();
                canvas.getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED, null);
            }
        });
        makeAccessible();
    }

    Canvas control() {
        return canvas;
    }

    /** How many pixels of the rows are above what is seen. */
    int scroll() {
        ScrollBar bar = canvas.getVerticalBar();
        return bar.isEnabled() ? bar.getSelection() : 0;
    }

    /** Makes the current row visible. */
    void revealCurrentRow() {
        ScrollBar bar = canvas.getVerticalBar();
        int top = model.current() * TimelinePainter.ROW_HEIGHT;
        int seen = rowsHeight();
        if (top < scroll()) {
            bar.setSelection(top);
        } else if (top + TimelinePainter.ROW_HEIGHT > scroll() + seen) {
            bar.setSelection(top + TimelinePainter.ROW_HEIGHT - seen);
        }
    }

    /** More time on the same room, or less, around the cursor when it is seen, else around the middle. */
    void zoom(boolean in) {
        TimeScale scale = model.scale();
        int x = scale.shows(model.position()) ? scale.x(model.position()) : scale.width() / 2;
        model.setScale(scale.zoomed(in ? ZOOM_STEP * ZOOM_STEP : 1 / (ZOOM_STEP * ZOOM_STEP), x));
    }

    /** Another time on the same room. */
    void pan(int pixels) {
        model.setScale(model.scale().panned(pixels));
    }

    private void paint(Event event) {
        painter.paint(
                event.gc,
                canvas.getClientArea(),
                TimelineColors.on(canvas.getParent().getBackground()),
                scroll(),
                clock.instant(),
                canvas.isFocusControl());
    }

    private void resize() {
        model.setScale(model.scale().resized(canvas.getClientArea().width));
        updateScrollBar();
    }

    private int rowsHeight() {
        return Math.max(1, canvas.getClientArea().height - TimelinePainter.RULER_HEIGHT);
    }

    private void updateScrollBar() {
        ScrollBar bar = canvas.getVerticalBar();
        int all = model.rows().size() * TimelinePainter.ROW_HEIGHT;
        int seen = rowsHeight();
        bar.setVisible(all > seen);
        bar.setEnabled(all > seen);
        if (all > seen) {
            bar.setValues(Math.min(bar.getSelection(), all - seen), 0, all, seen, TimelinePainter.ROW_HEIGHT, seen);
        }
    }

    private void mouseDown(Event event) {
        canvas.setFocus();
        dragX = event.x;
        dragScale = model.scale();
        rowAt(event.y).ifPresent(model::setCurrent);
        Instant moment = dragScale.at(event.x);
        if (event.button == 2) {
            drag = Drag.PAN;
        } else if (event.button == 1 && (event.stateMask & SWT.SHIFT) != 0) {
            drag = Drag.SELECT;
            model.setMarks(Marks.NONE.in(moment));
        } else if (event.button == 1 && isGrip(event)) {
            drag = Drag.SCRUB;
            scrub(moment);
        } else if (event.button == 1) {
            drag = Drag.UNDECIDED;
        }
    }

    private boolean isGrip(Event event) {
        return event.y < TimelinePainter.RULER_HEIGHT
                || Math.abs(event.x - model.scale().x(model.position())) <= GRIP;
    }

    private void mouseMove(Event event) {
        Instant moment = dragScale.at(event.x);
        if (drag == Drag.UNDECIDED && Math.abs(event.x - dragX) > THRESHOLD) {
            drag = Drag.PAN;
        }
        switch (drag) {
            case PAN -> model.setScale(dragScale.panned(dragX - event.x));
            case SCRUB -> scrub(moment);
            case SELECT -> model.setMarks(Marks.between(dragScale.at(dragX), moment));
            case NONE, UNDECIDED -> tip(event);
        }
    }

    private void mouseUp(Event event) {
        Drag ended = drag;
        drag = Drag.NONE;
        Instant moment = dragScale.at(event.x);
        if (ended == Drag.SCRUB || ended == Drag.UNDECIDED) {
            model.setPosition(moment);
            gestures.seek(moment);
        } else if (ended == Drag.SELECT && model.marks().range().isEmpty()) {
            model.setMarks(Marks.NONE);
        }
    }

    private void scrub(Instant moment) {
        model.setPosition(moment);
        gestures.scrub(moment);
    }

    private void wheel(Event event) {
        event.doit = false;
        if ((event.stateMask & SWT.SHIFT) != 0) {
            pan(-event.count * PAN_STEP / 2);
        } else if ((event.stateMask & SWT.MOD1) != 0) {
            ScrollBar bar = canvas.getVerticalBar();
            bar.setSelection(bar.getSelection() - event.count * TimelinePainter.ROW_HEIGHT / 2);
            model.setCurrent(model.current());
        } else {
            model.setScale(model.scale().zoomed(event.count > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.x));
        }
    }

    private void tip(Event event) {
        TimeScale scale = model.scale();
        boolean grip = isGrip(event);
        canvas.setCursor(grip ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
        Duration reach = Duration.ofNanos((long) (REACH * scale.nanosPerPixel()));
        String tip = rowAt(event.y)
                .map(model.rows()::get)
                .map(row -> tips.tell(row, scale.at(event.x), reach))
                .orElse(null);
        if (tip == null || !tip.equals(canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private Optional<Integer> rowAt(int y) {
        if (y < TimelinePainter.RULER_HEIGHT) {
            return Optional.empty();
        }
        int index = (y - TimelinePainter.RULER_HEIGHT + scroll()) / TimelinePainter.ROW_HEIGHT;
        return index < model.rows().size() ? Optional.of(index) : Optional.empty();
    }

    private void makeAccessible() {
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.timeline_accessible;
            }

            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = Messages.timeline_keys;
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_SLIDER;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = value();
            }

            @Override
            public void getLocation(AccessibleControlEvent event) {
                Rectangle area = canvas.getDisplay().map(canvas.getParent(), null, canvas.getBounds());
                event.x = area.x;
                event.y = area.y;
                event.width = area.width;
                event.height = area.height;
            }
        });
    }

    /** The moment, and the current camera's part in it. */
    private String value() {
        String moment = text.seconds(model.position());
        Optional<Row> row = model.currentRow();
        return row.isEmpty()
                ? moment
                : NLS.bind(
                        Messages.timeline_value,
                        new Object[] {moment, row.get().name(), tips.brief(row.get(), model.position())});
    }
}
