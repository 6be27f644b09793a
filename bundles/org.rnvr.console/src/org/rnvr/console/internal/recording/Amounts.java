package org.rnvr.console.internal.recording;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;

/** Tells sizes, rates and spans of time. Sizes are decimal, as those of disks are: 1 GB is 10^9 bytes. */
final class Amounts {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};
    private static final double STEP = 1000;
    private static final double BITS_PER_MBIT = 1e6;

    private final Locale locale;

    /** In the manner of this locale. */
    Amounts(Locale locale) {
        this.locale = locale;
    }

    /** A size, with three digits that count. */
    String size(long bytes) {
        double size = bytes / STEP;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return number(size, size < 10 ? 2 : size < 100 ? 1 : 0) + " " + UNITS[unit];
    }

    /** A rate in Mbit/s. */
    String rate(double bytesPerSecond) {
        return number(bytesPerSecond * Byte.SIZE / BITS_PER_MBIT, 2) + " Mbit/s";
    }

    /** A share of a whole in per cent. */
    String percent(long part, long whole) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        return format.format(whole == 0 ? 0 : (double) part / whole);
    }

    /** A span of time in its two largest units. */
    String span(Duration time) {
        if (time.toDays() > 0) {
            return NLS.bind(Messages.span_days, time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return NLS.bind(Messages.span_hours, time.toHours(), time.toMinutesPart());
        }
        return NLS.bind(Messages.span_minutes, time.toMinutes());
    }

    private String number(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(digits);
        return format.format(value);
    }
}
