package org.rnvr.journal.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the password of any URL in a text: the last line of defence behind the rule that nobody writes one.
 * {@code rtsp://user:secret@host} becomes {@code rtsp://user:***@host}. Where it cannot be told where a password ends,
 * rather too much is masked.
 */
public final class Redaction {

    private static final Pattern USER_INFO = Pattern.compile("://([^\\s:\"'<>]*):[^\\s\"'<>]*@");

    private Redaction() {}

    /** The text without passwords. */
    public static String of(String text) {
        if (text.indexOf("://") < 0 || text.indexOf('@') < 0) {
            return text;
        }
        return USER_INFO.matcher(text).replaceAll(url -> "://" + Matcher.quoteReplacement(url.group(1)) + ":***@");
    }
}
