package org.rnvr.console.internal.model;

import java.util.Locale;

/** Tells sizes of files. They are decimal, as those of disks are: 1 GB is 10^9 bytes. */
public final class Sizes {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    /** A size in its own unit; the same in every language. */
    public static String tell(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }
}
