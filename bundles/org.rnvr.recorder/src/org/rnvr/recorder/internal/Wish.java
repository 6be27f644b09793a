package org.rnvr.recorder.internal;

import java.time.LocalDateTime;
import java.util.Optional;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.WeeklySchedule;

/**
 * Whether a camera is to be recorded, and by whose word: the operator's, until it is taken back or the configuration is
 * edited; else the configuration's and its calendar's.
 *
 * @param atStart whether it is recorded by itself
 * @param schedule when, in that case
 * @param byHand what the operator said
 * @param paused whether the operator paused it
 */
record Wish(boolean atStart, WeeklySchedule schedule, Optional<Boolean> byHand, boolean paused) {

    /** Of a camera that the configuration does not know. */
    static final Wish NONE = new Wish(false, WeeklySchedule.ALWAYS, Optional.empty(), false);

    /** Whose word it is; by the words of the journal. */
    enum Word {
        START,
        SCHEDULE,
        OPERATOR
    }

    /** What the configuration says now; an edit of it takes the operator's word back. */
    Wish configured(CameraSettings settings) {
        boolean edited = settings.recordingAtStart() != atStart
                || !settings.recordingSchedule().equals(schedule);
        return new Wish(
                settings.recordingAtStart(),
                settings.recordingSchedule(),
                edited ? Optional.empty() : byHand,
                paused && !edited);
    }

    /** The operator wants it recorded, or not. */
    Wish byHand(boolean record) {
        return new Wish(atStart, schedule, Optional.of(record), false);
    }

    /** The operator leaves it to configuration and calendar again. */
    Wish released() {
        return new Wish(atStart, schedule, Optional.empty(), false);
    }

    Wish paused(boolean pause) {
        return new Wish(atStart, schedule, byHand, pause);
    }

    /** Whether it is to be recorded at a local time. */
    boolean holds(LocalDateTime local) {
        return !paused && byHand.orElse(atStart && schedule.covers(local));
    }

    /** Whether only the calendar keeps it from being recorded at a local time. */
    boolean waitsForItsHours(LocalDateTime local) {
        return !paused && byHand.isEmpty() && atStart && !schedule.covers(local);
    }

    Word word() {
        if (paused || byHand.isPresent()) {
            return Word.OPERATOR;
        }
        return atStart && !schedule.equals(WeeklySchedule.ALWAYS) ? Word.SCHEDULE : Word.START;
    }
}
