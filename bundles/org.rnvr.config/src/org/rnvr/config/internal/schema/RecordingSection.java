package org.rnvr.config.internal.schema;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnvr.config.Container;
import org.rnvr.config.RecordingSettings;

/** Section {@code recording}. */
final class RecordingSection {

    private static final RecordingSettings DEFAULT = RecordingSettings.DEFAULT;
    private static final Key<Container> FILE_FORMAT =
            Key.of("recording.file_format", Choice.of(Container.class), DEFAULT.container());
    private static final Key<Duration> ROTATION =
            Key.of("recording.rotation_minutes", new TimeSpan(1, 1440, ChronoUnit.MINUTES), DEFAULT.rotation());
    private static final Key<Optional<Duration>> ROTATION_SECONDS = Key.of(
                    "recording.rotation_seconds",
                    new Perhaps<>(new TimeSpan(5, 3600, ChronoUnit.SECONDS)),
                    Optional.<Duration>empty())
            .otherwise("rotation_minutes");
    private static final Key<Optional<String>> CODEC = Key.of(
                    "recording.codec", new Perhaps<>(new Choice<>(codecs(), false)), DEFAULT.codecHint())
            .otherwise("from the stream");
    private static final Key<Duration> FRAGMENT =
            Key.of("recording.fragment_duration_ms", new TimeSpan(100, 10_000, ChronoUnit.MILLIS), DEFAULT.fragment());
    private static final Key<Duration> PRE_ROLL =
            Key.of("recording.pre_roll_seconds", new TimeSpan(0, 60, ChronoUnit.SECONDS), DEFAULT.preRoll());
    private static final Key<Boolean> HASH = Key.of("recording.hash_segments", new Truth(), DEFAULT.hashSegments());

    static final List<Key<?>> KEYS = List.of(FILE_FORMAT, ROTATION, ROTATION_SECONDS, CODEC, FRAGMENT, PRE_ROLL, HASH);

    private RecordingSection() {}

    static RecordingSettings read(Values values) {
        Duration rotation = values.get(ROTATION);
        return new RecordingSettings(
                values.get(FILE_FORMAT),
                values.get(ROTATION_SECONDS).orElse(rotation),
                values.get(CODEC),
                values.get(FRAGMENT),
                values.get(PRE_ROLL),
                values.get(HASH));
    }

    private static Map<String, String> codecs() {
        Map<String, String> codecs = new LinkedHashMap<>();
        codecs.put("h264", "h264");
        codecs.put("h265", "h265");
        return codecs;
    }
}
