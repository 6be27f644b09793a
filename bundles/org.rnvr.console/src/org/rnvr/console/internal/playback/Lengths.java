package org.rnvr.console.internal.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.playback.model.MomentText;

/** Lengths of time as people are told them. */
final class Lengths {

    private Lengths() {}

    /** In hours, minutes and seconds, or in days. */
    static String of(Duration length) {
        if (length.toDays() > 0) {
            return NLS.bind(
                    Messages.length_days, new Object[] {length.toDays(), length.toHoursPart(), length.toMinutesPart()});
        }
        if (length.toHours() > 0) {
            return NLS.bind(
                    Messages.length_hours,
                    new Object[] {length.toHours(), length.toMinutesPart(), length.toSecondsPart()});
        }
        return length.toMinutes() > 0
                ? NLS.bind(Messages.length_minutes, length.toMinutes(), length.toSecondsPart())
                : NLS.bind(
                        Messages.length_seconds,
                        String.format(
                                Locale.ROOT, length.toMillisPart() == 0 ? "%.0f" : "%.1f", length.toMillis() / 1e3));
    }

    /** From, to and how long; the day once when it is the same. */
    static String range(MomentText text, Instant from, Instant to) {
        String first = text.seconds(from);
        String last = text.seconds(to);
        boolean sameDay = text.dayOf(from).equals(text.dayOf(to));
        return NLS.bind(Messages.length_range, new Object[] {
            first, sameDay ? last.substring(last.indexOf(' ') + 1) : last, of(Duration.between(from, to))
        });
    }
}
