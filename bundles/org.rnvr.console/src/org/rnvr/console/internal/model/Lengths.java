package org.rnvr.console.internal.model;

import java.time.Duration;
import java.util.Locale;

/** Tells lengths of time, the same in every language. */
public final class Lengths {

    private Lengths() {}

    /** As {@code 1:02:03}, with as many hours as it takes. */
    public static String tell(Duration length) {
        Duration shown = length.isNegative() ? Duration.ZERO : length;
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart());
    }
}
