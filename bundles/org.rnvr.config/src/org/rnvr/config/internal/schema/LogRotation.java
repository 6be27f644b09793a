package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.LoggingSettings.Rotation;

/** When a new log file begins: {@code daily}, {@code 12 hours}, {@code 10 MB}. */
record LogRotation() implements Kind<Rotation> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) *([kmg]i?b)");
    private static final Map<String, Long> SIZES = Map.of(
            "kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30);
    private static final List<String> SIZES_AS_SHOWN = List.of("GB", "MB", "GiB", "MiB", "kB", "KiB");
    private static final Map<String, Duration> WORDS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "00:00", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30));

    @Override
    public Optional<Rotation> read(JsonElement json) {
        return JsonString.read(json)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .flatMap(text -> Optional.ofNullable(WORDS.get(text))
                        .or(() -> LogSpan.parse(text))
                        .map(period -> new Rotation(Optional.of(period), OptionalLong.empty()))
                        .or(() -> size(text)));
    }

    private static Optional<Rotation> size(String text) {
        Matcher match = SIZE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        long bytes = Long.parseLong(match.group(1)) * SIZES.get(match.group(2));
        return bytes == 0 ? Optional.empty() : Optional.of(new Rotation(Optional.empty(), OptionalLong.of(bytes)));
    }

    @Override
    public String allowed() {
        return "hourly, daily, weekly, monthly, a time such as 12 hours or a size such as 10 MB";
    }

    @Override
    public String show(Rotation value) {
        if (value.period().filter(Duration.ofDays(1)::equals).isPresent()) {
            return "daily";
        }
        return value.period()
                .map(LogSpan::shown)
                .orElseGet(() -> bytes(value.bytes().orElseThrow()));
    }

    /** As it can be read again: in the largest unit that leaves no fraction. */
    private static String bytes(long bytes) {
        return SIZES_AS_SHOWN.stream()
                .filter(unit -> bytes % sizeOf(unit) == 0)
                .findFirst()
                .map(unit -> bytes / sizeOf(unit) + " " + unit)
                .orElseThrow();
    }

    private static long sizeOf(String unit) {
        return SIZES.get(unit.toLowerCase(Locale.ROOT));
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.LOG_ROTATION);
    }

    @Override
    public Optional<Object> plain(Rotation value) {
        return Optional.of(show(value));
    }
}
