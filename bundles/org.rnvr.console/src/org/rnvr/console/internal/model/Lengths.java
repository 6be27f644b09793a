package org.rnvr.console.internal.model;

import java.time.Duration;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.Messages;

/** Tells lengths of time. */
public final class Lengths {

    private Lengths() {}

    /** In words, by the two largest units. */
    public static String inWords(Duration length) {
        if (length.toDays() > 0) {
            return NLS.bind(Messages.length_days, length.toDays(), length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return NLS.bind(Messages.length_hours, length.toHours(), length.toMinutesPart());
        }
        return length.toMinutes() > 0
                ? NLS.bind(Messages.length_minutes, length.toMinutes(), length.toSecondsPart())
                : NLS.bind(Messages.length_seconds, length.toSeconds());
    }

    /** As {@code 1:02:03}, with as many hours as it takes; the same in every language. */
    public static String tell(Duration length) {
        Duration shown = length.isNegative() ? Duration.ZERO : length;
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart());
    }
}
