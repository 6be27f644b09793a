package org.rnvr.config.internal.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.config.WeeklySchedule.Hours;

/** A weekly calendar: a list of texts such as {@code mon-fri 08:00-18:00}. Hours may go on into the next day. */
record Calendar() implements Kind<WeeklySchedule> {

    private static final Pattern ENTRY = Pattern.compile("(\\S+)\\s+(\\d\\d?):(\\d\\d)-(\\d\\d?):(\\d\\d)");
    private static final int DAYS = 7;
    private static final int MINUTES_OF_HOUR = 60;
    private static final int MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

    @Override
    public Optional<WeeklySchedule> read(JsonElement json) {
        if (!json.isJsonArray()) {
            return entry(json).map(WeeklySchedule::new);
        }
        JsonArray array = json.getAsJsonArray();
        List<Hours> hours = new ArrayList<>();
        for (JsonElement element : array) {
            Optional<List<Hours>> entry = entry(element);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            hours.addAll(entry.get());
        }
        return Optional.of(new WeeklySchedule(hours));
    }

    private static Optional<List<Hours>> entry(JsonElement json) {
        return JsonString.read(json)
                .map(text -> ENTRY.matcher(text.strip().toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .flatMap(Calendar::entry);
    }

    private static Optional<List<Hours>> entry(Matcher match) {
        Optional<Integer> from = minute(match.group(2), match.group(3));
        Optional<Integer> to = minute(match.group(4), match.group(5));
        Optional<List<DayOfWeek>> days = days(match.group(1));
        if (from.isEmpty() || to.isEmpty() || days.isEmpty() || from.get() == MINUTES_OF_DAY || from.equals(to)) {
            return Optional.empty();
        }
        List<Hours> hours = new ArrayList<>();
        days.get().forEach(day -> add(day, from.get(), to.get(), hours));
        return Optional.of(hours);
    }

    private static void add(DayOfWeek day, int from, int to, List<Hours> hours) {
        if (from < to) {
            hours.add(new Hours(day, from, to));
        } else {
            hours.add(new Hours(day, from, MINUTES_OF_DAY));
            if (to > 0) {
                hours.add(new Hours(day.plus(1), 0, to));
            }
        }
    }

    private static Optional<Integer> minute(String hour, String minute) {
        int minutes = Integer.parseInt(minute);
        int sum = Integer.parseInt(hour) * MINUTES_OF_HOUR + minutes;
        return minutes < MINUTES_OF_HOUR && sum <= MINUTES_OF_DAY ? Optional.of(sum) : Optional.empty();
    }

    private static Optional<List<DayOfWeek>> days(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            Optional<DayOfWeek> first = day(ends[0]);
            Optional<DayOfWeek> last = ends.length == 1 ? first : day(ends[1]);
            if (first.isEmpty() || last.isEmpty() || ends.length > 2) {
                return Optional.empty();
            }
            int count = Math.floorMod(last.get().getValue() - first.get().getValue(), DAYS) + 1;
            for (int i = 0; i < count; i++) {
                days.add(first.get().plus(i));
            }
        }
        return Optional.of(days);
    }

    private static Optional<DayOfWeek> day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word(day).equals(text)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static String word(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }

    @Override
    public String allowed() {
        return "a list of days and hours, for example [\"mon-fri 08:00-18:00\", \"sat,sun 22:00-06:00\"]";
    }

    @Override
    public String show(WeeklySchedule value) {
        return value.hours().stream().map(Calendar::text).collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }

    private static String text(Hours hours) {
        return word(hours.day()) + " " + clock(hours.fromMinute()) + "-" + clock(hours.toMinute());
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / MINUTES_OF_HOUR, minute % MINUTES_OF_HOUR);
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.SCHEDULE);
    }

    @Override
    public Optional<Object> plain(WeeklySchedule value) {
        return Optional.of(value.hours().stream().map(Calendar::text).toList());
    }
}
