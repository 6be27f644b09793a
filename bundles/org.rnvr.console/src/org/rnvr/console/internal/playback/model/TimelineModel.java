package org.rnvr.console.internal.playback.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the timeline shows. On the UI thread. */
public final class TimelineModel {

    private static final int FIRST_WIDTH = 800;
    private static final double NEAR_EDGE = 0.02;

    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private List<Row> rows = List.of();
    private int current;
    private TimeScale scale;
    private Instant position;
    private Marks marks = Marks.NONE;

    /** Of the day up to now. */
    public TimelineModel(Clock clock) {
        position = clock.instant();
        scale = new TimeScale(position.minus(Duration.ofHours(22)), Duration.ofDays(1), FIRST_WIDTH);
    }

    /**
     * A camera's row.
     *
     * @param cameraId the camera
     * @param name its name for people
     * @param shown whether its picture is shown
     * @param track what is known of it
     */
    public record Row(String cameraId, String name, boolean shown, Optional<Track> track) {}

    /** Calls the observer after any change. */
    public void observe(Runnable observer) {
        observers.add(observer);
    }

    public List<Row> rows() {
        return rows;
    }

    /** The row that the keyboard is on. */
    public Optional<Row> currentRow() {
        return current < rows.size() ? Optional.of(rows.get(current)) : Optional.empty();
    }

    public int current() {
        return current;
    }

    public TimeScale scale() {
        return scale;
    }

    public Instant position() {
        return position;
    }

    public Marks marks() {
        return marks;
    }

    /** Shows other rows; the current one stays with its camera. */
    public void setRows(List<Row> newRows) {
        if (!rows.equals(newRows)) {
            Optional<String> camera = currentRow().map(Row::cameraId);
            rows = List.copyOf(newRows);
            current = 0;
            for (int index = 0; index < rows.size(); index++) {
                if (camera.equals(Optional.of(rows.get(index).cameraId()))) {
                    current = index;
                }
            }
            changed();
        }
    }

    /** Goes to a row, as far as there is one. */
    public void setCurrent(int index) {
        current = Math.max(0, Math.min(rows.size() - 1, index));
        changed();
    }

    public void setScale(TimeScale newScale) {
        if (!scale.equals(newScale)) {
            scale = newScale;
            changed();
        }
    }

    /** Moves the cursor, and nothing else. */
    public void setPosition(Instant moment) {
        if (!position.equals(moment)) {
            position = moment;
            changed();
        }
    }

    /** Moves the cursor, and what is seen with it when it would leave it. */
    public void follow(Instant moment) {
        boolean wasSeen = scale.shows(position);
        position = moment;
        if (wasSeen && !scale.shows(moment)) {
            Instant from = moment.isBefore(scale.from())
                    ? moment.minus(fraction(1 - NEAR_EDGE))
                    : moment.minus(fraction(NEAR_EDGE));
            scale = new TimeScale(from, scale.span(), scale.width());
        }
        changed();
    }

    /** Moves the cursor, and lets it be seen. */
    public void reveal(Instant moment) {
        position = moment;
        if (!scale.shows(moment)) {
            scale = scale.centred(moment);
        }
        changed();
    }

    public void setMarks(Marks newMarks) {
        marks = newMarks;
        changed();
    }

    private Duration fraction(double part) {
        return Duration.ofNanos((long) (scale.span().toNanos() * part));
    }

    private void changed() {
        observers.forEach(Runnable::run);
    }
}
