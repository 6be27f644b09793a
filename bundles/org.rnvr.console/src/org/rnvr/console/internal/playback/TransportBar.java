package org.rnvr.console.internal.playback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.playback.model.Speed;

/** Plays, stops, steps, and tells the time. On the UI thread. */
final class TransportBar {

    private final MomentText text;
    private final ZoneId zone;
    private final Consumer<Instant> go;
    private final Runnable leave;
    private final Composite control;
    private final Buttons playing;
    private final ToolItem play;
    private final Label speed;
    private final ToolItem repeat;
    private final Text clock;
    private Instant position = Instant.EPOCH;
    private boolean isRepeating;

    /**
     * Creates it.
     *
     * @param parent where
     * @param text writes and reads moments
     * @param zone the place whose calendar counts
     * @param acts carries out what buttons ask for
     * @param go goes to a moment that was written
     * @param leave takes the keyboard back from the clock
     */
    TransportBar(
            Composite parent, MomentText text, ZoneId zone, Consumer<Act> acts, Consumer<Instant> go, Runnable leave) {
        this.text = text;
        this.zone = zone;
        this.go = go;
        this.leave = leave;
        control = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(7, false);
        layout.marginHeight = 2;
        layout.marginWidth = 6;
        control.setLayout(layout);
        playing = new Buttons(control);
        playing.sign(Icon.PREVIOUS, Messages.act_previous_stretch, () -> acts.accept(Act.PREVIOUS_STRETCH));
        playing.sign(Icon.BACKWARDS, Messages.act_backwards, () -> acts.accept(Act.BACKWARDS));
        playing.sign(Icon.STEP_BACK, Messages.act_step_back, () -> acts.accept(Act.STEP_BACK));
        play = playing.sign(Icon.PLAY, Messages.act_play, () -> acts.accept(Act.PLAY_OR_PAUSE));
        playing.sign(Icon.STEP_FORWARD, Messages.act_step_forward, () -> acts.accept(Act.STEP_FORWARD));
        playing.sign(Icon.FORWARDS, Messages.act_forwards, () -> acts.accept(Act.FORWARDS));
        playing.sign(Icon.NEXT, Messages.act_next_stretch, () -> acts.accept(Act.NEXT_STRETCH));
        Buttons slower = new Buttons(control);
        slower.sign(Icon.SLOWER, Messages.act_slower, () -> acts.accept(Act.SLOWER));
        speed = new Label(control, SWT.CENTER);
        speed.setText(rate(Speed.LIFE));
        speed.setToolTipText(Messages.speed);
        GridData speedData = new GridData(SWT.CENTER, SWT.CENTER, false, false);
        speedData.widthHint = Widths.of(speed, "-0.25×");
        speed.setLayoutData(speedData);
        Buttons more = new Buttons(control);
        more.sign(Icon.FASTER, Messages.act_faster, () -> acts.accept(Act.FASTER));
        repeat = more.toggle(Icon.REPEAT, Messages.act_repeat, () -> acts.accept(Act.REPEAT));
        // Pressed is what the player does, not what was asked of it.
        repeat.addListener(SWT.Selection, event -> repeat.setSelection(isRepeating));
        clock = createClock();
        Buttons time = new Buttons(control);
        time.sign(Icon.CALENDAR, Messages.act_calendar, () -> acts.accept(Act.CALENDAR));
        time.sign(Icon.NOW, Messages.act_now, () -> acts.accept(Act.NOW));
        Buttons zoom = new Buttons(control);
        zoom.sign(Icon.ZOOM_OUT, Messages.act_zoom_out, () -> acts.accept(Act.ZOOM_OUT));
        zoom.sign(Icon.ZOOM_IN, Messages.act_zoom_in, () -> acts.accept(Act.ZOOM_IN));
        zoom.bar().setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
    }

    Control control() {
        return control;
    }

    /** Shows where it is and what it does. */
    void show(Instant newPosition, boolean isPlaying, Speed newSpeed, boolean repeating) {
        position = newPosition;
        playing.change(play, isPlaying ? Icon.PAUSE : Icon.PLAY);
        play.setToolTipText(isPlaying ? Messages.act_pause : Messages.act_play);
        setText(speed, rate(newSpeed));
        isRepeating = repeating;
        repeat.setSelection(repeating);
        if (!clock.isFocusControl()) {
            String words = text.seconds(newPosition);
            if (!clock.getText().equals(words)) {
                clock.setText(words);
            }
        }
    }

    /** Lets the keyboard write another moment. */
    void editClock() {
        clock.setFocus();
        clock.selectAll();
    }

    private Text createClock() {
        Text created = new Text(control, SWT.BORDER | SWT.CENTER);
        created.setFont(new LocalResourceManager(JFaceResources.getResources(), created)
                .create(FontDescriptor.createFrom(created.getFont()).setStyle(SWT.BOLD)));
        created.setToolTipText(Messages.clock_tip);
        AccessibleName.give(created, Messages.clock_tip);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
        data.widthHint = Widths.of(created, "0000-00-00 00:00:00.") + 12;
        created.setLayoutData(data);
        created.addListener(SWT.DefaultSelection, event -> {
            Optional<Instant> moment = text.read(created.getText(), position);
            moment.ifPresentOrElse(
                    found -> {
                        created.setBackground(null);
                        leave.run();
                        go.accept(found);
                    },
                    () -> {
                        created.setToolTipText(Messages.clock_wrong);
                        created.selectAll();
                        created.getDisplay().beep();
                    });
        });
        created.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                leave.run();
            }
        });
        created.addListener(SWT.FocusOut, event -> {
            created.setText(text.seconds(position));
            created.setToolTipText(Messages.clock_tip);
        });
        return created;
    }

    /** Lets a day be chosen. */
    void openCalendar() {
        Shell popup = new Shell(control.getShell(), SWT.NO_TRIM | SWT.TOOL);
        popup.setLayout(new FillLayout());
        DateTime calendar = new DateTime(popup, SWT.CALENDAR);
        ZonedDateTime shown = position.atZone(zone);
        calendar.setDate(shown.getYear(), shown.getMonthValue() - 1, shown.getDayOfMonth());
        calendar.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            LocalDate day = LocalDate.of(calendar.getYear(), calendar.getMonth() + 1, calendar.getDay());
            go.accept(shown.toLocalTime().atDate(day).atZone(zone).toInstant());
        }));
        calendar.addListener(SWT.DefaultSelection, event -> popup.close());
        popup.addListener(SWT.Deactivate, event -> popup.close());
        popup.pack();
        Point corner = clock.toDisplay(0, 0);
        popup.setLocation(corner.x, Math.max(0, corner.y - popup.getSize().y));
        popup.open();
        calendar.setFocus();
    }

    private static String rate(Speed shown) {
        double rate = shown.rate();
        return (rate == Math.rint(rate) ? String.valueOf((int) rate) : String.format(Locale.ROOT, "%.2g", rate)) + "×";
    }

    private static void setText(Label label, String words) {
        if (!label.getText().equals(words)) {
            label.setText(words);
        }
    }
}
