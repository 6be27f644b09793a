package org.rnvr.config.internal.schema;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.Layout;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.StreamingSettings.HorizontalAlignment;
import org.rnvr.config.StreamingSettings.Osd;
import org.rnvr.config.StreamingSettings.VerticalAlignment;
import org.rnvr.config.Transport;

/** Section {@code streaming}. */
final class StreamingSection {

    private static final StreamingSettings DEFAULT = StreamingSettings.DEFAULT;
    private static final DetectionSettings DETECTION = DetectionSettings.DEFAULT;
    private static final int KIB = 1024;
    private static final int MIB = KIB * KIB;

    private static final Key<Layout> LAYOUT = Key.of("streaming.default_layout", new Grid(), DEFAULT.defaultLayout());
    private static final Key<Boolean> SHOW_TIMESTAMP =
            Key.of("streaming.show_timestamp", new Truth(), DEFAULT.osd().timestamp());
    private static final Key<Boolean> SHOW_CAMERA_NAME =
            Key.of("streaming.show_camera_name", new Truth(), DEFAULT.osd().cameraName());
    private static final Key<Integer> FONT_SIZE = Key.of(
            "streaming.osd_font_size",
            new WholeNumber(6, 72, "pt"),
            DEFAULT.osd().fontSize());
    private static final Key<List<Integer>> FONT_COLOUR = Key.of(
            "streaming.osd_font_color",
            new Colour(),
            List.of(DEFAULT.osd().red(), DEFAULT.osd().green(), DEFAULT.osd().blue()));
    private static final Key<VerticalAlignment> VERTICAL = Key.of(
            "streaming.osd_valignment",
            Choice.of(VerticalAlignment.class),
            DEFAULT.osd().vertical());
    private static final Key<HorizontalAlignment> HORIZONTAL = Key.of(
            "streaming.osd_halignment",
            Choice.of(HorizontalAlignment.class),
            DEFAULT.osd().horizontal());
    private static final Key<Integer> X_PAD = Key.of(
            "streaming.osd_xpad", new WholeNumber(0, 500, "px"), DEFAULT.osd().xPad());
    private static final Key<Integer> Y_PAD = Key.of(
            "streaming.osd_ypad", new WholeNumber(0, 500, "px"), DEFAULT.osd().yPad());
    private static final Key<Boolean> HARDWARE =
            Key.of("streaming.use_hardware_acceleration", new Truth(), DEFAULT.useHardwareAcceleration());
    private static final Key<List<String>> DECODERS = Key.of(
            "streaming.decoder_preference",
            new Names(Pattern.compile("[A-Za-z0-9_-]{1,64}"), "a list of names of GStreamer elements", Form.NAMES),
            DEFAULT.decoderPreference());
    private static final Key<Integer> BUFFER_SIZE =
            Key.of("streaming.buffer_size", new WholeNumber(64 * KIB, 256 * MIB, "bytes"), DEFAULT.bufferSize());
    private static final Key<Duration> LATENCY =
            Key.of("streaming.latency_ms", new TimeSpan(0, 5000, ChronoUnit.MILLIS), DEFAULT.latency());
    private static final Key<Duration> TCP_TIMEOUT =
            Key.of("streaming.tcp_timeout", new TimeSpan(500, 120_000, ChronoUnit.MILLIS), DEFAULT.tcpTimeout());
    private static final Key<Duration> KEEPALIVE_TIMEOUT = Key.of(
                    "streaming.keepalive_timeout",
                    new TimeSpan(1, 60, ChronoUnit.SECONDS),
                    DETECTION.keepaliveTimeout())
            .formerly("streaming.connection_timeout", new TimeSpan(1, 120, ChronoUnit.SECONDS));
    private static final Key<Duration> FIRST_FRAME_TIMEOUT = Key.of(
            "streaming.first_frame_timeout_ms",
            new TimeSpan(1000, 120_000, ChronoUnit.MILLIS),
            DETECTION.firstFrameTimeout());
    private static final Key<Duration> FRAME_TIMEOUT = Key.of(
            "streaming.frame_timeout_ms", new TimeSpan(500, 60_000, ChronoUnit.MILLIS), DETECTION.frameTimeout());
    private static final Key<Integer> BUFFER_WARNING_PERCENT =
            Key.of("streaming.buffer_warning_percent", new WholeNumber(1, 99, "%"), DETECTION.bufferWarningPercent());
    private static final Key<Duration> BUFFER_WARNING_AFTER = Key.of(
            "streaming.buffer_warning_after_ms",
            new TimeSpan(100, 60_000, ChronoUnit.MILLIS),
            DETECTION.bufferWarningAfter());
    private static final Key<Double> FALSE_SUSPICIONS = Key.of(
            "streaming.false_suspicions_per_hour",
            new DecimalNumber(new BigDecimal("0.01"), new BigDecimal("60"), "an hour"),
            DETECTION.falseSuspicionsPerHour());
    private static final Key<Duration> NOTIFY_AFTER =
            Key.of("streaming.notify_after_ms", new TimeSpan(0, 600_000, ChronoUnit.MILLIS), DETECTION.notifyAfter());
    private static final Key<Transport> TRANSPORT =
            Key.of("streaming.transport", Choice.of(Transport.class), DEFAULT.transport());
    private static final Key<Optional<List<String>>> STRATEGIES = Key.of(
                    "streaming.detection_strategies",
                    new Perhaps<>(new Names(
                            Pattern.compile("[a-z][a-z0-9_.-]*"),
                            "a list of names of small letters, digits, _ . and -, for example [\"keepalive\"]",
                            Form.NAMES)),
                    Optional.<List<String>>empty())
            .otherwise("all that are installed");
    private static final Key<Boolean> AUTO_RECONNECT =
            Key.of("streaming.auto_reconnect", new Truth(), DEFAULT.autoReconnect());
    private static final Key<Integer> ATTEMPTS =
            Key.of("streaming.max_reconnect_attempts", new WholeNumber(0, 1000, ""), DEFAULT.maxReconnectAttempts());
    private static final Key<Duration> RECONNECT_DELAY = Key.of(
            "streaming.reconnect_delay_seconds", new TimeSpan(0, 300, ChronoUnit.SECONDS), DEFAULT.reconnectDelay());

    static final List<Key<?>> KEYS = List.of(
            LAYOUT,
            SHOW_TIMESTAMP,
            SHOW_CAMERA_NAME,
            FONT_SIZE,
            FONT_COLOUR,
            VERTICAL,
            HORIZONTAL,
            X_PAD,
            Y_PAD,
            HARDWARE,
            DECODERS,
            BUFFER_SIZE,
            LATENCY,
            TCP_TIMEOUT,
            KEEPALIVE_TIMEOUT,
            FIRST_FRAME_TIMEOUT,
            FRAME_TIMEOUT,
            BUFFER_WARNING_PERCENT,
            BUFFER_WARNING_AFTER,
            FALSE_SUSPICIONS,
            NOTIFY_AFTER,
            TRANSPORT,
            STRATEGIES,
            AUTO_RECONNECT,
            ATTEMPTS,
            RECONNECT_DELAY);

    private StreamingSection() {}

    static StreamingSettings read(Values values) {
        return new StreamingSettings(
                values.get(LAYOUT),
                osd(values),
                values.get(HARDWARE),
                values.get(DECODERS),
                values.get(BUFFER_SIZE),
                values.get(LATENCY),
                values.get(TCP_TIMEOUT),
                detection(values),
                values.get(TRANSPORT),
                values.get(AUTO_RECONNECT),
                values.get(ATTEMPTS),
                values.get(RECONNECT_DELAY));
    }

    private static DetectionSettings detection(Values values) {
        return new DetectionSettings(
                values.get(STRATEGIES).map(Set::copyOf),
                values.get(KEEPALIVE_TIMEOUT),
                values.get(FIRST_FRAME_TIMEOUT),
                values.get(FRAME_TIMEOUT),
                values.get(BUFFER_WARNING_PERCENT),
                values.get(BUFFER_WARNING_AFTER),
                values.get(FALSE_SUSPICIONS),
                values.get(NOTIFY_AFTER));
    }

    private static Osd osd(Values values) {
        List<Integer> colour = values.get(FONT_COLOUR);
        return new Osd(
                values.get(SHOW_TIMESTAMP),
                values.get(SHOW_CAMERA_NAME),
                values.get(FONT_SIZE),
                colour.get(0),
                colour.get(1),
                colour.get(2),
                values.get(VERTICAL),
                values.get(HORIZONTAL),
                values.get(X_PAD),
                values.get(Y_PAD));
    }
}
