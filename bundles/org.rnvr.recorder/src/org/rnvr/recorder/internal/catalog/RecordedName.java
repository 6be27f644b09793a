package org.rnvr.recorder.internal.catalog;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a recorded file tells: {@code camera_id/YYYYMMDD/camera_id_YYYYMMDD_HHMMSS[_N].ext}.
 *
 * @param cameraId the camera
 * @param start local time of the first frame, to the second
 * @param number 1, or what stands behind the time
 */
record RecordedName(String cameraId, LocalDateTime start, int number) {

    private static final Pattern NAME =
            Pattern.compile("([^/]+)/(\\d{8})/\\1_\\2_(\\d{6})(?:_([1-9]\\d{0,4}))?\\.(?:mkv|mp4|ts)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** How far the last change of a file may be from the end of what it holds, to tell anything about it. */
    private static final Duration NEAR = Duration.ofMinutes(20);

    /** Reads a name relative to the recording folder; empty if no recording is called like that. */
    static Optional<RecordedName> of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || matcher.group(1).startsWith(".")) {
            return Optional.empty();
        }
        try {
            LocalDateTime start = LocalDateTime.parse(matcher.group(2) + matcher.group(3), TIME);
            int number = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            return Optional.of(new RecordedName(matcher.group(1), start, number));
        } catch (DateTimeException e) {
            return Optional.empty(); // digits that are no time
        }
    }

    /**
     * When it began. In the hour that the end of daylight saving repeats, the name has two meanings: the one is taken after
     * which the length of the file leads to the time at which it was last written; if that is near neither, as after it was
     * copied, the first for a plain name and the second for a numbered one.
     *
     * @param zone the time zone of the name
     * @param length of what the file holds
     * @param modified when the file was last written, before it was mended
     */
    Instant start(ZoneId zone, Duration length, Instant modified) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(start);
        if (offsets.size() != 2) {
            return start.atZone(zone).toInstant();
        }
        Instant first = start.toInstant(offsets.get(0));
        Instant second = start.toInstant(offsets.get(1));
        Duration fromFirst = Duration.between(first.plus(length), modified).abs();
        Duration fromSecond = Duration.between(second.plus(length), modified).abs();
        Duration nearest = fromFirst.compareTo(fromSecond) <= 0 ? fromFirst : fromSecond;
        if (nearest.compareTo(NEAR) <= 0) {
            return nearest.equals(fromFirst) ? first : second;
        }
        return number == 1 ? first : second;
    }
}
