package org.rnvr.config;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * A weekly calendar, in local time.
 *
 * @param hours when something is to be done; none: always
 */
public record WeeklySchedule(List<Hours> hours) {

    /** No calendar. */
    public static final WeeklySchedule ALWAYS = new WeeklySchedule(List.of());

    private static final int MINUTES_OF_HOUR = 60;
    private static final int MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

    public WeeklySchedule {
        hours = List.copyOf(hours);
    }

    /** Whether a time belongs to it. */
    public boolean covers(LocalDateTime time) {
        return hours.isEmpty() || hours.stream().anyMatch(span -> span.covers(time));
    }

    /**
     * Hours of one day of the week.
     *
     * @param day the day
     * @param fromMinute first minute of the day that belongs to them
     * @param toMinute minute of the day with which they end; 1440 for the end of the day
     */
    public record Hours(DayOfWeek day, int fromMinute, int toMinute) {
        public Hours {
            Objects.requireNonNull(day);
            if (fromMinute < 0 || fromMinute >= toMinute || toMinute > MINUTES_OF_DAY) {
                throw new IllegalArgumentException(
                        "minutes " + fromMinute + " to " + toMinute + " are no part of a day");
            }
        }

        private boolean covers(LocalDateTime time) {
            int minute = time.getHour() * MINUTES_OF_HOUR + time.getMinute();
            return time.getDayOfWeek() == day && minute >= fromMinute && minute < toMinute;
        }
    }
}
