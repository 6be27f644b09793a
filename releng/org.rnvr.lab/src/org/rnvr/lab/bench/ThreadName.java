package org.rnvr.lab.bench;

import java.util.regex.Pattern;

/** Threads that do the same work have the same name but for a number. */
final class ThreadName {

    private static final Pattern NUMBER = Pattern.compile("(?<=[A-Za-z#])\\d+(?=:|$)");

    private ThreadName() {}

    /** The name without the number at its end or before a colon. */
    static String kind(String name) {
        return NUMBER.matcher(name).replaceAll("");
    }
}
