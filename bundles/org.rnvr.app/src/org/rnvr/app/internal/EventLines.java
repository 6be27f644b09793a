package org.rnvr.app.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rnvr.event.Alert;
import org.rnvr.event.CameraEvent;
import org.rnvr.event.CatalogChecked;
import org.rnvr.event.ConfigProblem;
import org.rnvr.event.Connecting;
import org.rnvr.event.Gap;
import org.rnvr.event.Installed;
import org.rnvr.event.Lost;
import org.rnvr.event.Offline;
import org.rnvr.event.Reconnected;
import org.rnvr.event.Reconnecting;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.RecordingStopped;
import org.rnvr.event.Recovered;
import org.rnvr.event.Removed;
import org.rnvr.event.Reverted;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.RolledBack;
import org.rnvr.event.SegmentClosed;
import org.rnvr.event.SegmentsDeleted;
import org.rnvr.event.Stalled;
import org.rnvr.event.Storage;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;
import org.rnvr.event.Streaming;
import org.rnvr.event.Suspect;
import org.rnvr.event.UpdateAvailable;
import org.rnvr.event.UpdateRefused;
import org.rnvr.event.Updated;
import org.rnvr.event.Warning;

/** What a person at a terminal reads of an event: one line, or nothing for those that are no change of state. */
final class EventLines {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final double BYTES_PER_MB = 1_000_000.0;
    private static final double MILLIS_PER_SECOND = 1_000.0;

    private final ZoneId zone;
    private final Map<Class<?>, Function<RnvrEvent, String>> texts = new HashMap<>();

    EventLines(ZoneId zone) {
        this.zone = zone;
        say(Connecting.class, e -> Messages.format(Messages.connecting, e.attempt()));
        say(
                Streaming.class,
                e -> Messages.format(
                        Messages.streaming, e.codec(), e.width(), e.height(), e.transport(), e.msToFirstFrame()));
        say(Suspect.class, e -> Messages.format(Messages.suspect, e.silenceMs(), e.strategy(), e.reason()));
        say(Recovered.class, e -> Messages.format(Messages.recovered, e.silenceMs()));
        say(Stalled.class, e -> Messages.format(Messages.stalled, e.silenceMs(), e.strategy(), e.reason()));
        say(Lost.class, e -> Messages.format(Messages.lost, e.silenceMs(), e.strategy(), e.reason()));
        say(Reconnecting.class, e -> Messages.format(Messages.reconnecting, e.attempt(), e.nextMs()));
        say(
                Reconnected.class,
                e -> Messages.format(Messages.reconnected, oneDecimal(e.outageMs() / MILLIS_PER_SECOND)));
        say(Offline.class, e -> Messages.format(Messages.offline, e.attempts()));
        say(Warning.class, e -> Messages.format(Messages.warning, e.strategy(), e.reason()));
        say(RecordingStarted.class, e -> Messages.format(Messages.recordingStarted, e.file()));
        say(RecordingStopped.class, e -> Messages.format(Messages.recordingStopped, e.reason()));
        say(SegmentClosed.class, EventLines::segment);
        say(
                SegmentsDeleted.class,
                e -> Messages.format(
                        Messages.segmentsDeleted,
                        e.segments(),
                        oneDecimal(e.bytes() / BYTES_PER_MB),
                        moment(e.oldest()),
                        moment(e.newest()),
                        e.reason()));
        say(Gap.class, e -> Messages.format(Messages.gap, clock(e.from()), clock(e.to()), e.cause()));
        say(
                CatalogChecked.class,
                e -> Messages.format(
                        Messages.catalogChecked, e.segments(), e.missing(), e.changed(), e.entered(), e.unreadable()));
        say(Storage.class, e -> Messages.format(Messages.storage, e.state(), e.path()));
        say(StrategyAdded.class, e -> Messages.format(Messages.strategyAdded, e.strategy(), e.version()));
        say(StrategyRemoved.class, e -> Messages.format(Messages.strategyRemoved, e.strategy()));
        say(Installed.class, e -> Messages.format(Messages.installed, e.feature(), e.to()));
        say(Updated.class, e -> Messages.format(Messages.updated, e.feature(), e.from(), e.to()));
        say(Removed.class, e -> Messages.format(Messages.removed, e.feature(), e.from()));
        say(Reverted.class, e -> Messages.format(Messages.reverted, e.from(), e.to()));
        say(RolledBack.class, e -> Messages.format(Messages.rolledBack, e.from(), e.to(), e.reason()));
        say(UpdateRefused.class, e -> Messages.format(Messages.updateRefused, e.feature(), e.reason()));
        say(UpdateAvailable.class, e -> Messages.format(Messages.updateAvailable, e.feature(), e.from(), e.to()));
        say(Alert.class, e -> Messages.format(Messages.alert, e.message()));
        say(ConfigProblem.class, e -> Messages.format(Messages.problem, e.path(), e.message()));
    }

    Optional<String> line(RnvrEvent event) {
        Function<RnvrEvent, String> text = texts.get(event.getClass());
        if (text == null) {
            return Optional.empty();
        }
        String subject = camera(event).map(id -> id + ": ").orElse("");
        return Optional.of(clock(event.at().time()) + " " + subject + text.apply(event));
    }

    private static Optional<String> camera(RnvrEvent event) {
        if (event instanceof Alert alert) {
            return alert.camera();
        }
        return event instanceof CameraEvent ofCamera ? Optional.of(ofCamera.cameraId()) : Optional.empty();
    }

    private <E extends RnvrEvent> void say(Class<E> type, Function<E, String> text) {
        texts.put(type, event -> text.apply(type.cast(event)));
    }

    private static String segment(SegmentClosed event) {
        double seconds = Duration.between(event.start(), event.end()).toMillis() / MILLIS_PER_SECOND;
        return Messages.format(
                Messages.segmentClosed,
                event.file().getFileName(),
                oneDecimal(seconds),
                oneDecimal(event.bytes() / BYTES_PER_MB),
                event.cause());
    }

    private String clock(Instant time) {
        return CLOCK.format(time.atZone(zone));
    }

    private String moment(Instant time) {
        return MOMENT.format(time.atZone(zone));
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
