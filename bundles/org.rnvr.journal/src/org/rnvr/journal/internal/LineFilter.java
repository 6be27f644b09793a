package org.rnvr.journal.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.rnvr.journal.JournalQuery;

/**
 * Tells from the first bytes of a line, without parsing it, that it is not looked for. Relies on the order in which
 * {@link EventLine} writes the fields that all lines have; a line of another form passes.
 */
final class LineFilter {

    private static final byte[] TIME = ascii("{\"time\":\"");
    private static final int TIME_LENGTH = "2026-11-23T01:02:03.456Z".length();
    private static final int DATE_LENGTH = "2026-11-23T".length();
    private static final byte[] NANOS = ascii("\",\"mono_ns\":");
    private static final byte[] CAMERA = ascii(",\"camera\":\"");
    private static final byte[] EVENT = ascii(",\"event\":\"");

    private final byte[] date;
    private final long dayStart;
    private final long from;
    private final long to;
    private final byte[][] cameras;
    private final boolean ofNoCamera;
    private final byte[][] events;

    /** For lines of this day. */
    LineFilter(JournalQuery query, LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = start.plusSeconds(86_400);
        this.date = ascii(day + "T");
        this.dayStart = start.toEpochMilli();
        this.from = query.from().isAfter(start) ? query.from().toEpochMilli() : Long.MIN_VALUE;
        this.to = query.to().isBefore(end) ? query.to().toEpochMilli() : Long.MAX_VALUE;
        this.cameras = bytes(query.cameraIds());
        this.ofNoCamera = query.cameraIds().isEmpty() || query.cameraIds().contains(JournalQuery.NO_CAMERA);
        this.events = bytes(query.events());
    }

    /** Whether the line from here to there may be looked for. */
    boolean passes(byte[] bytes, int start, int end) {
        int nanos = start + TIME.length + TIME_LENGTH;
        if (!isAt(bytes, start, end, TIME)
                || !isAt(bytes, start + TIME.length, end, date)
                || !isAt(bytes, nanos, end, NANOS)) {
            return true;
        }
        long time = dayStart + timeOfDay(bytes, start + TIME.length + DATE_LENGTH);
        if (time < from || time > to) {
            return false;
        }
        int at = nanos + NANOS.length;
        while (at < end && (bytes[at] == '-' || Character.isDigit(bytes[at]))) {
            at++;
        }
        if (isAt(bytes, at, end, CAMERA)) {
            int value = at + CAMERA.length;
            int quote = endOfText(bytes, value, end);
            if (quote < 0) {
                return true;
            }
            if (!isOneOf(cameras, bytes, value, quote)) {
                return false;
            }
            at = quote + 1;
        } else if (!ofNoCamera) {
            return !isAt(bytes, at, end, EVENT);
        }
        if (!isAt(bytes, at, end, EVENT)) {
            return true;
        }
        int value = at + EVENT.length;
        int quote = endOfText(bytes, value, end);
        return quote < 0 || isOneOf(events, bytes, value, quote);
    }

    private static long timeOfDay(byte[] bytes, int at) {
        long seconds = (number(bytes, at, 2) * 60 + number(bytes, at + 3, 2)) * 60 + number(bytes, at + 6, 2);
        return seconds * 1000 + number(bytes, at + 9, 3);
    }

    private static long number(byte[] bytes, int at, int digits) {
        long number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** Where the quote is that ends a text; -1 if that takes parsing. */
    private static int endOfText(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '"') {
                return i;
            }
            if (bytes[i] == '\\') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isOneOf(byte[][] wanted, byte[] bytes, int start, int end) {
        for (byte[] one : wanted) {
            if (one.length == end - start && isAt(bytes, start, end, one)) {
                return true;
            }
        }
        return wanted.length == 0;
    }

    private static boolean isAt(byte[] bytes, int start, int end, byte[] expected) {
        if (end - start < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[start + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[][] bytes(Set<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
