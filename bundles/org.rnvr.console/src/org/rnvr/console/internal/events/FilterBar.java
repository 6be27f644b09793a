package org.rnvr.console.internal.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.journal.JournalQuery;

/** Where people say what of the journal they want to see. On the UI thread. */
final class FilterBar {

    /** Spans up to now; the last choice is a span between two points in time. */
    private enum Period {
        HOUR(Messages.period_hour, Optional.of(Duration.ofHours(1))),
        DAY(Messages.period_day, Optional.of(Duration.ofDays(1))),
        WEEK(Messages.period_week, Optional.of(Duration.ofDays(7))),
        MONTH(Messages.period_month, Optional.of(Duration.ofDays(30))),
        ALL(Messages.period_all, Optional.empty()),
        BETWEEN(Messages.period_between, Optional.empty());

        private final String words;
        private final Optional<Duration> last;

        Period(String words, Optional<Duration> last) {
            this.words = words;
            this.last = last;
        }
    }

    private static final int TYPING_PAUSE_MS = 300;
    private static final int SEARCH_WIDTH = 180;

    private final Clock clock;
    private final Runnable changed;
    private final Combo period;
    private final Combo camera;
    private final Combo kind;
    private final Text search;
    private final Composite between;
    private final PointInTime from;
    private final PointInTime to;
    private final List<KindChoice> kinds = KindChoice.all();
    private List<String> cameraIds = List.of();
    private Optional<String> typed = Optional.empty();

    /** Calls {@code changed} after another choice was made. */
    FilterBar(Composite parent, Clock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
        Composite bar = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults().center(true).wrap(true).spacing(6).applyTo(bar);
        period = combo(bar, Messages.period);
        Stream.of(Period.values()).forEach(one -> period.add(one.words));
        period.select(Period.DAY.ordinal());
        between = new Composite(bar, SWT.NONE);
        RowLayoutFactory.fillDefaults().center(true).spacing(4).applyTo(between);
        from = new PointInTime(between, Messages.from, changed);
        new Label(between, SWT.NONE).setText("–");
        to = new PointInTime(between, Messages.to, changed);
        camera = combo(bar, Messages.camera);
        kind = combo(bar, Messages.kind);
        kinds.forEach(choice -> kind.add(choice.words()));
        kind.select(0);
        search = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.search);
        search.setLayoutData(new RowData(SEARCH_WIDTH, SWT.DEFAULT));
        AccessibleName.give(search, Messages.search);
        search.addModifyListener(typing());
        showBetween(false);
        period.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            showBetween(Period.values()[period.getSelectionIndex()] == Period.BETWEEN);
            changed.run();
        }));
        camera.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
        kind.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
    }

    /** Offers these cameras; says whether the choice that was made is another now. */
    boolean offer(List<Camera> cameras) {
        List<String> ids = Stream.concat(
                        Stream.of("", JournalQuery.NO_CAMERA), cameras.stream().map(Camera::id))
                .toList();
        List<String> names = Stream.concat(
                        Stream.of(Messages.cameras_all, Messages.cameras_none),
                        cameras.stream().map(Camera::name))
                .toList();
        if (names.equals(List.of(camera.getItems())) && ids.equals(cameraIds)) {
            return false;
        }
        int before = camera.getSelectionIndex();
        int now = before < 2 ? Math.max(0, before) : Math.max(0, ids.indexOf(cameraIds.get(before)));
        cameraIds = ids;
        camera.setItems(names.toArray(String[]::new));
        camera.select(now);
        camera.requestLayout();
        return before >= 2 && now == 0;
    }

    /** What is wanted now. */
    EventFilter filter() {
        int at = camera.getSelectionIndex();
        return new EventFilter(
                timed(Period.values()[period.getSelectionIndex()])
                        .ofCameras(at <= 0 ? Set.of() : Set.of(cameraIds.get(at)))
                        .ofEvents(kinds.get(kind.getSelectionIndex()).events()),
                search.getText());
    }

    private JournalQuery timed(Period chosen) {
        if (chosen == Period.BETWEEN) {
            return JournalQuery.ALL
                    .since(instant(from.get()))
                    .before(instant(to.get().plusMinutes(1)));
        }
        Instant now = clock.instant();
        return chosen.last.map(span -> JournalQuery.ALL.since(now.minus(span))).orElse(JournalQuery.ALL);
    }

    private Instant instant(LocalDateTime time) {
        return time.atZone(clock.getZone()).toInstant();
    }

    private void showBetween(boolean shown) {
        if (shown && !between.getVisible()) {
            LocalDateTime now = LocalDateTime.now(clock);
            from.set(now.minusDays(1));
            to.set(now);
        }
        between.setVisible(shown);
        RowData place = new RowData();
        place.exclude = !shown;
        between.setLayoutData(place);
        between.requestLayout();
        between.getParent().getParent().layout();
    }

    /** Waits for the end of typing. */
    private ModifyListener typing() {
        Runnable settled = () -> {
            if (!search.isDisposed() && typed.filter(search.getText()::equals).isEmpty()) {
                typed = Optional.of(search.getText());
                changed.run();
            }
        };
        return event -> search.getDisplay().timerExec(TYPING_PAUSE_MS, settled);
    }

    private static Combo combo(Composite parent, String name) {
        Combo combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setVisibleItemCount(30);
        combo.setToolTipText(name);
        AccessibleName.give(combo, name);
        return combo;
    }

    /** A day and a time of day to the minute. */
    private static final class PointInTime {

        private final DateTime day;
        private final DateTime time;

        PointInTime(Composite parent, String name, Runnable changed) {
            day = new DateTime(parent, SWT.DATE | SWT.DROP_DOWN);
            time = new DateTime(parent, SWT.TIME | SWT.SHORT);
            for (DateTime control : List.of(day, time)) {
                control.setToolTipText(name);
                AccessibleName.give(control, name);
                control.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
            }
        }

        LocalDateTime get() {
            return LocalDateTime.of(
                    day.getYear(), day.getMonth() + 1, day.getDay(), time.getHours(), time.getMinutes());
        }

        void set(LocalDateTime at) {
            day.setDate(at.getYear(), at.getMonthValue() - 1, at.getDayOfMonth());
            time.setTime(at.getHour(), at.getMinute(), 0);
        }
    }
}
