package org.rnvr.journal.internal.logging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a log file as the configuration has it. A date in it is written as the earlier recorder took it:
 * {@code {time}}, {@code {time:YYYY-MM-DD}}, or {@code %Y%m%d}.
 *
 * @param stem what comes before the extension, without a date
 * @param extension with its dot, may be empty
 * @param dated whether the name of the file being written holds the date
 */
record LogFileName(String stem, String extension, boolean dated) {

    private static final Pattern DATE =
            Pattern.compile("[._-]*(?:\\{time(?::[^}]*)?\\}|(?:%[A-Za-z][._-]?)*%[A-Za-z])");

    static LogFileName of(String filename) {
        Matcher date = DATE.matcher(filename);
        boolean dated = date.find();
        String bare = date.replaceAll("");
        int dot = bare.lastIndexOf('.');
        String stem = dot > 0 ? bare.substring(0, dot) : dot == 0 ? "" : bare;
        String extension = dot >= 0 ? bare.substring(dot) : "";
        return new LogFileName(stem.isEmpty() ? "rnvr" : stem, extension, dated);
    }

    /** The name without a date. */
    String plain() {
        return stem + extension;
    }
}
