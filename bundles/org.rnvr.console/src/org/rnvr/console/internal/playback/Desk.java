package org.rnvr.console.internal.playback;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.playback.RangeDialog.Choice;
import org.rnvr.console.internal.playback.model.FirstLook;
import org.rnvr.console.internal.playback.model.Jump;
import org.rnvr.console.internal.playback.model.Jump.Target;
import org.rnvr.console.internal.playback.model.Marks;
import org.rnvr.console.internal.playback.model.TimeScale;
import org.rnvr.console.internal.playback.model.TimelineModel;
import org.rnvr.console.internal.playback.model.TimelineModel.Row;
import org.rnvr.console.internal.playback.model.TrackLoader;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;

/** Carries out what keys and buttons ask for. On the UI thread. */
final class Desk implements Gestures {

    private static final Duration AROUND = Duration.ofSeconds(30);
    private static final Duration BEHIND_NOW = Duration.ofSeconds(10);
    private static final int PAN = 80;
    private static final int MOVES = 40;

    private final TimelineModel model;
    private final Deck deck;
    private final RangeTasks tasks;
    private final TrackLoader loader;
    private final Clock clock;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> notice;
    private final Parts parts;
    private boolean touched;

    /** What of the view an act may move. */
    interface Parts {

        /** The cameras on the deck changed. */
        void camerasChanged();

        /** The timeline. */
        Timeline timeline();

        /** Lets the keyboard write a moment. */
        void editClock();

        /** Lets a day be chosen. */
        void openCalendar();

        /** The first and the last moment of all that is recorded. */
        Optional<Player.Range> recorded();
    }

    Desk(
            TimelineModel model,
            Deck deck,
            RangeTasks tasks,
            TrackLoader loader,
            Clock clock,
            Executor background,
            Executor ui,
            Consumer<String> notice,
            Parts parts) {
        this.model = model;
        this.deck = deck;
        this.tasks = tasks;
        this.loader = loader;
        this.clock = clock;
        this.background = background;
        this.ui = ui;
        this.notice = notice;
        this.parts = parts;
    }

    /** Looks there, unless somebody has asked for something else by now. */
    void open(FirstLook look) {
        if (!touched) {
            look.cameras().forEach(deck::add);
            parts.camerasChanged();
            go(look.moment());
        }
    }

    void act(Act act) {
        touched = true;
        notice.accept("");
        switch (act) {
            case PLAY_OR_PAUSE -> deck.playOrPause();
            case PAUSE -> deck.pause();
            case FORWARDS -> deck.play(deck.speed().forwards(deck.isPlaying()));
            case BACKWARDS -> deck.play(deck.speed().backwards(deck.isPlaying()));
            case FASTER -> deck.play(deck.speed().faster());
            case SLOWER -> deck.play(deck.speed().slower());
            case STEP_FORWARD -> deck.step(1);
            case STEP_BACK -> deck.step(-1);
            case NEXT_STRETCH -> jump(new Jump(Target.STRETCH, true));
            case PREVIOUS_STRETCH -> jump(new Jump(Target.STRETCH, false));
            case NEXT_BOOKMARK -> jump(new Jump(Target.BOOKMARK, true));
            case PREVIOUS_BOOKMARK -> jump(new Jump(Target.BOOKMARK, false));
            case NEXT_EVENT -> jump(new Jump(Target.EVENT, true));
            case PREVIOUS_EVENT -> jump(new Jump(Target.EVENT, false));
            case FIRST -> parts.recorded().map(Player.Range::from).ifPresent(this::go);
            case NOW -> go(clock.instant().minus(BEHIND_NOW));
            case MOVE_BACK -> go(model.position().minus(move()));
            case MOVE_ON -> go(model.position().plus(move()));
            case EDIT_CLOCK -> parts.editClock();
            case CALENDAR -> parts.openCalendar();
            case ZOOM_IN -> parts.timeline().zoom(true);
            case ZOOM_OUT -> parts.timeline().zoom(false);
            case PAN_LEFT -> parts.timeline().pan(-PAN);
            case PAN_RIGHT -> parts.timeline().pan(PAN);
            case PAGE_LEFT -> parts.timeline().pan(-model.scale().width());
            case PAGE_RIGHT -> parts.timeline().pan(model.scale().width());
            case ROW_UP -> goToRow(model.current() - 1);
            case ROW_DOWN -> goToRow(model.current() + 1);
            case TOGGLE_CAMERA -> model.currentRow().map(Row::cameraId).ifPresent(this::toggle);
            case MARK_IN -> mark(model.marks().in(model.position()));
            case MARK_OUT -> mark(model.marks().out(model.position()));
            case CLEAR_MARKS -> mark(Marks.NONE);
            case REPEAT -> repeat();
            case BOOKMARK -> tasks.bookmark(names(), chosen(Duration.ZERO));
            case EXPORT -> tasks.export(names(), chosen(AROUND));
            case BACK_UP -> tasks.backUp(names(), chosen(AROUND));
            case DELETE -> tasks.delete(names(), chosen(AROUND));
            case SNAPSHOT -> snapshot();
        }
    }

    /** Goes to a moment and lets it be seen. */
    void go(Instant moment) {
        touched = true;
        model.reveal(moment);
        deck.seek(moment);
    }

    /** Goes to a moment of a camera, whose picture is shown if there is room. */
    void go(String cameraId, Instant moment) {
        if (deck.add(cameraId)) {
            parts.camerasChanged();
        }
        go(moment);
    }

    /** Goes to what lasts, and lets all of it be seen. */
    void go(String cameraId, Instant from, Instant to) {
        Duration span = Duration.between(from, to).multipliedBy(4);
        if (!span.isZero() && span.compareTo(model.scale().span()) > 0) {
            model.setScale(TimeScale.around(from, span, model.scale().width()));
        }
        go(cameraId, from);
    }

    @Override
    public void seek(Instant moment) {
        touched = true;
        deck.seek(moment);
    }

    @Override
    public void scrub(Instant moment) {
        touched = true;
        deck.scrub(moment);
    }

    @Override
    public void toggle(String cameraId) {
        touched = true;
        if (deck.cameras().contains(cameraId)) {
            deck.remove(cameraId);
        } else if (!deck.add(cameraId)) {
            notice.accept(NLS.bind(Messages.wall_full, Playback.MOST_CAMERAS));
        }
        parts.camerasChanged();
    }

    private void goToRow(int index) {
        model.setCurrent(index);
        parts.timeline().revealCurrentRow();
    }

    private Duration move() {
        return model.scale().span().dividedBy(MOVES);
    }

    private void mark(Marks marks) {
        if (marks == model.marks() && marks != Marks.NONE) {
            notice.accept(Messages.range_empty);
        }
        model.setMarks(marks);
        if (deck.isRepeating()) {
            deck.repeat(marks.range());
        }
    }

    private void repeat() {
        if (deck.isRepeating()) {
            deck.repeat(Optional.empty());
        } else if (model.marks().range().isPresent()) {
            deck.repeat(model.marks().range());
        } else {
            notice.accept(Messages.range_none);
        }
    }

    private void snapshot() {
        Optional<Row> row = model.currentRow()
                .filter(Row::shown)
                .or(() -> model.rows().stream().filter(Row::shown).findFirst())
                .or(model::currentRow);
        row.ifPresentOrElse(
                it -> tasks.snapshot(it.cameraId(), it.name(), model.position()),
                () -> notice.accept(Messages.dialog_no_camera));
    }

    private void jump(Jump jump) {
        List<String> cameras = chosenCameras();
        Instant position = model.position();
        Optional<Player.Range> bounds = parts.recorded();
        Instant limit = jump.forwards()
                ? bounds.map(Player.Range::to).orElse(position)
                : bounds.map(Player.Range::from).orElse(position).minus(Duration.ofMillis(1));
        background.execute(() -> {
            try {
                Optional<Instant> found = jump.find(loader, cameras, position, limit);
                ui.execute(() -> found.ifPresentOrElse(this::go, () -> notice.accept(Messages.jump_none)));
            } catch (IOException e) {
                ui.execute(() -> notice.accept(Reasons.told(e)));
            }
        });
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        model.rows().forEach(row -> names.put(row.cameraId(), row.name()));
        return names;
    }

    /** The cameras that are shown, or else the one the keyboard is on. */
    private List<String> chosenCameras() {
        List<String> shown = deck.cameras();
        return shown.isEmpty() ? model.currentRow().map(Row::cameraId).stream().toList() : shown;
    }

    private Choice chosen(Duration around) {
        return model.marks()
                .range()
                .map(range -> new Choice(chosenCameras(), range.from(), range.to()))
                .orElseGet(() -> new Choice(
                        chosenCameras(),
                        model.position().minus(around),
                        model.position().plus(around)));
    }
}
