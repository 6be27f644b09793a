package org.rnvr.recorder.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rnvr.config.CameraSettings;
import org.rnvr.event.Gap;
import org.rnvr.event.Moment;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.RecordingStopped;
import org.rnvr.event.SegmentClosed;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStatus;

/**
 * What is known of one camera's recording, and what follows from what happens to it.
 * <p>
 * A state machine without threads, clock and disk: every method takes in one thing that happened and returns what is to be
 * done about it. For one thread.
 */
final class CameraRecording {

    private static final String START = "start";
    private static final String STOP = "stop";
    private static final String RECONNECTION = "reconnection";
    private static final String STORAGE = "storage";
    private static final String LOSS = "loss";

    /** Media come, as far as is known. */
    private static final Set<ConnectionState> MEDIA = EnumSet.of(ConnectionState.STREAMING, ConnectionState.SUSPECT);

    /** There is a session. */
    private static final Set<ConnectionState> SESSION =
            EnumSet.of(ConnectionState.STREAMING, ConnectionState.SUSPECT, ConnectionState.STALLED);

    private final String cameraId;
    private final Supplier<ZoneId> zone;
    private final Map<Path, OpenFile> open = new LinkedHashMap<>();
    private final Map<Path, Begun> begun = new HashMap<>();
    private final FolderTrouble trouble = new FolderTrouble();

    private Optional<PlanSettings> plan = Optional.empty();
    private boolean configured;
    private boolean enabled;
    private Wish wish = Wish.NONE;
    private boolean wanted;
    private Optional<Effect.Remember> remembering = Optional.empty();
    private boolean connectionWanted = true;
    private boolean connectionLive = true;
    private boolean mediaCome = true;
    private long pipeline;
    private boolean requested;

    private boolean recording;
    private Optional<Path> lastFile = Optional.empty();
    private String nextStart = START;
    private String nextStop = STOP;
    private Optional<String> stopping = Optional.empty();
    private Optional<Ended> ended = Optional.empty();

    private RecordingStatus status;

    /**
     * A camera of which nothing is known yet.
     *
     * @param now the present
     * @param cameraId the camera
     * @param zone of the calendar
     */
    CameraRecording(Moment now, String cameraId, Supplier<ZoneId> zone) {
        this.cameraId = cameraId;
        this.zone = zone;
        this.status = new RecordingStatus(cameraId, RecordingState.STOPPED, "", now.time(), Optional.empty());
    }

    /** A file being written by the pipeline of this number. */
    private record OpenFile(long pipeline, long session, Optional<OpenedAt> successor) {}

    /** What is known of a file from its beginning until it is closed, however recording went on. */
    private record Begun(MediaDescription media, long startNanos) {}

    /** Where a file begins, on both clocks. */
    private record OpenedAt(long session, Instant start, long nanos) {}

    /** Where recording was interrupted, on both clocks. */
    private record Ended(long session, SegmentEnd end, String cause, Instant at, long nanos, Duration frameInterval) {}

    RecordingStatus status() {
        return status;
    }

    /** Whether the pipeline of this number still writes a file. */
    boolean writing(long number) {
        return open.values().stream().anyMatch(file -> file.pipeline() == number);
    }

    /** The configuration has this camera, with these settings. */
    List<Effect> configured(Moment now, CameraSettings settings, PlanSettings newPlan) {
        List<Effect> effects = new ArrayList<>();
        configured = true;
        wish = wish.configured(settings);
        enabled = settings.enabled();
        boolean replanned = plan.isPresent() && !plan.get().makesTheSameFilesAs(newPlan);
        plan = Optional.of(newPlan);
        if (replanned) {
            trouble.leave(effects);
            if (requested && active()) {
                effects.add(new Effect.Record(newPlan));
            }
        }
        return settle(now, effects);
    }

    /** The configuration has this camera no longer. */
    List<Effect> removed(Moment now) {
        configured = false;
        enabled = false;
        wish = Wish.NONE;
        return settle(now, new ArrayList<>());
    }

    /** The operator wants the camera recorded, or not. */
    List<Effect> wanted(Moment now, boolean want) {
        List<Effect> effects = new ArrayList<>();
        if (configured && want && wanted && trouble.refuses()) {
            trouble.probe(effects);
        }
        return wish(now, wish.byHand(want), effects);
    }

    /** The operator interrupts recording, or lets it go on as it was. */
    List<Effect> paused(Moment now, boolean pause) {
        return wish(now, wish.paused(pause), new ArrayList<>());
    }

    /** The operator leaves it to configuration and calendar whether the camera is recorded. */
    List<Effect> released(Moment now) {
        return wish(now, wish.released(), new ArrayList<>());
    }

    private List<Effect> wish(Moment now, Wish next, List<Effect> effects) {
        if (!configured) {
            return List.of();
        }
        wish = next;
        return settle(now, effects);
    }

    /** Time has passed: the calendar may say something else. */
    List<Effect> tick(Moment now) {
        return wish.holds(local(now)) == wanted ? List.of() : settle(now, new ArrayList<>());
    }

    private LocalDateTime local(Moment now) {
        return LocalDateTime.ofInstant(now.time(), zone.get());
    }

    /** The state of the camera's connection. Of one that was stopped on purpose, not recording is no gap. */
    List<Effect> connection(Moment now, ConnectionState state) {
        connectionWanted = state != ConnectionState.DISCONNECTED;
        connectionLive = SESSION.contains(state);
        mediaCome = MEDIA.contains(state);
        if (!connectionWanted && !recording) {
            nextStart = START;
        }
        return settle(now, new ArrayList<>());
    }

    /** The camera has a pipeline, of this number, in place of any it had before. */
    List<Effect> attached(Moment now, long number) {
        pipeline = number;
        requested = false;
        remembering = Optional.empty();
        return settle(now, new ArrayList<>());
    }

    /** The pipeline of this number is gone or going. Its file may still be reported as closed. */
    List<Effect> detached(Moment now, long number) {
        if (number != pipeline) {
            return List.of();
        }
        pipeline = 0;
        requested = false;
        remembering = Optional.empty();
        List<Effect> effects = new ArrayList<>();
        stopBetweenFiles(now, STOP, effects);
        return settle(now, effects);
    }

    List<Effect> segmentOpened(Moment now, long number, PipelineEvent.SegmentOpened event) {
        List<Effect> effects = new ArrayList<>();
        if (!recording) {
            recording = true;
            effects.add(new Effect.Post(new RecordingStarted(event.at(), cameraId, event.file(), nextStart)));
        }
        OpenedAt opened = new OpenedAt(event.session(), event.start(), event.startNanos());
        begun.put(event.file(), new Begun(event.media(), opened.nanos()));
        effects.add(new Effect.Opened(event, opened.nanos()));
        ended.ifPresent(end -> gap(end, opened, event.at(), effects));
        ended = Optional.empty();
        open.replaceAll((file, predecessor) -> predecessor.successor().isPresent()
                ? predecessor
                : new OpenFile(predecessor.pipeline(), predecessor.session(), Optional.of(opened)));
        open.put(event.file(), new OpenFile(number, event.session(), Optional.empty()));
        lastFile = Optional.of(event.file());
        trouble.fileCame(effects);
        return settle(now, effects);
    }

    List<Effect> segmentClosed(Moment now, PipelineEvent.SegmentClosed event) {
        List<Effect> effects = new ArrayList<>();
        SegmentEnd why = causeOfEnd(event.cause());
        Optional.ofNullable(begun.remove(event.file()))
                .ifPresent(file -> effects.add(new Effect.Closed(event, why, file.media(), file.startNanos())));
        effects.add(new Effect.Post(new SegmentClosed(
                event.at(),
                cameraId,
                event.file(),
                event.start(),
                event.end(),
                event.bytes(),
                event.frames(),
                why.name().toLowerCase(Locale.ROOT))));
        Optional<OpenFile> closed = Optional.ofNullable(open.remove(event.file()));
        long session = closed.map(OpenFile::session).orElse(0L);
        Ended end = new Ended(
                session, event.cause(), cause(event.cause()), event.end(), event.endNanos(), frameInterval(event));
        Optional<OpenedAt> successor = closed.flatMap(OpenFile::successor);
        boolean asked = event.cause() == SegmentEnd.STOP && stopping.isPresent();
        if (asked) {
            ended = Optional.empty();
        } else if (successor.isPresent()) {
            gap(end, successor.get(), event.at(), effects);
        } else if (closed.isPresent() || event.cause() == SegmentEnd.STORAGE && trouble.isPresent()) {
            ended = Optional.of(end);
        }
        if (closed.isPresent() && open.isEmpty() && event.cause() != SegmentEnd.ROTATION) {
            stopped(event.at(), event.file(), reason(event.cause()), effects);
        }
        if (open.isEmpty()) {
            stopping = Optional.empty();
        }
        return settle(now, effects);
    }

    /** Recording failed in the pipeline of this number. */
    List<Effect> recordingFailed(Moment now, long number, PipelineEvent.RecordingFailed event) {
        if (number != pipeline) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        requested = false;
        if (recording) {
            lastFile.ifPresent(file -> stopped(event.at(), file, STORAGE, effects));
            ended = Optional.of(new Ended(
                    0,
                    SegmentEnd.STORAGE,
                    STORAGE,
                    event.at().time(),
                    event.at().nanos(),
                    Duration.ZERO));
        }
        open.values().removeIf(file -> file.pipeline() == number);
        if (active()) {
            trouble.failed(plan.orElseThrow().folder(), event.reason(), effects);
        }
        return settle(now, effects);
    }

    /** The recording volume does not take anything at present, whatever the camera's file seems to do. */
    List<Effect> volumeRefused(Moment now, Path folder, Finding finding) {
        if (!active()
                || pipeline == 0
                || trouble.isPresent()
                || !plan.orElseThrow().folder().equals(folder)) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        if (requested) {
            requested = false;
            effects.add(new Effect.StopRecording(SegmentEnd.STORAGE));
        }
        trouble.found(folder, finding, effects);
        return settle(now, effects);
    }

    /** The recording volume takes files, perhaps again. */
    List<Effect> volumeAccepted(Moment now, Path folder) {
        if (!trouble.refuses(folder)) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        trouble.probe(effects);
        return settle(now, effects);
    }

    /** The end of the probe of this token. */
    List<Effect> probed(Moment now, long of, Finding found) {
        if (!trouble.awaits(of)) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        if (trouble.probed(found, effects)) {
            requested = true;
            effects.add(new Effect.Record(plan.orElseThrow()));
        }
        trouble.retry(effects);
        return settle(now, effects);
    }

    /** The time of this token has come. */
    List<Effect> due(Moment now, long of) {
        if (!trouble.awaits(of)) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        trouble.due(effects);
        return settle(now, effects);
    }

    private void want(boolean want) {
        String word = wish.word().name().toLowerCase(Locale.ROOT);
        if (want && !wanted) {
            nextStart = word;
        } else if (!want && wanted) {
            nextStop = word.equals(START) ? STOP : word;
        }
        wanted = want;
    }

    private boolean active() {
        return wanted && enabled;
    }

    /** Brings the pipeline and the status in line with what is wanted. */
    private List<Effect> settle(Moment now, List<Effect> effects) {
        want(wish.holds(local(now)));
        if (!active() || pipeline == 0) {
            trouble.leave(effects);
        }
        if (!active() || !connectionWanted) {
            ended = Optional.empty();
        }
        if (active() && pipeline != 0 && !requested && !trouble.isPresent()) {
            requested = true;
            effects.add(new Effect.Record(plan.orElseThrow()));
        } else if (!active() && requested) {
            requested = false;
            effects.add(new Effect.StopRecording(SegmentEnd.STOP));
            stopping = open.isEmpty() ? Optional.empty() : Optional.of(nextStop);
            stopBetweenFiles(now, nextStop, effects);
        }
        remember(effects);
        status = statusNow(now);
        return effects;
    }

    /**
     * What was filmed while recording was paused or the camera not to be connected is to be forgotten, and so is what precedes
     * a recording when it is old. What a volume did not take stays, whatever becomes of the camera.
     */
    private void remember(List<Effect> effects) {
        if (pipeline == 0 || plan.isEmpty()) {
            return;
        }
        PlanSettings settings = plan.get();
        Duration time = active() ? settings.outageMemory() : settings.preRoll();
        boolean nothing = !enabled || wish.paused() || !connectionWanted || !active() && !connectionLive;
        Effect.Remember next = new Effect.Remember(nothing ? Duration.ZERO : time, settings.memoryBytes());
        if (!remembering.equals(Optional.of(next))) {
            remembering = Optional.of(next);
            effects.add(next);
        }
    }

    private RecordingStatus statusNow(Moment now) {
        RecordingState state;
        String text = "";
        Optional<Path> file = Optional.empty();
        if (!active()) {
            state = idle(now);
        } else if (pipeline != 0 && writing(pipeline) && !trouble.refuses()) {
            state = mediaCome ? RecordingState.RECORDING : RecordingState.WAITING;
            file = lastFile;
        } else if (trouble.isPresent()) {
            state = RecordingState.FAILED;
            text = trouble.text().orElseThrow();
        } else {
            state = RecordingState.WAITING;
        }
        Instant since = state == status.state() ? status.since() : now.time();
        return new RecordingStatus(cameraId, state, text, since, file);
    }

    private RecordingState idle(Moment now) {
        if (!enabled) {
            return RecordingState.STOPPED;
        }
        if (wish.paused()) {
            return RecordingState.PAUSED;
        }
        return wish.waitsForItsHours(local(now)) ? RecordingState.SCHEDULED : RecordingState.STOPPED;
    }

    /** Between two files, no close will be reported. */
    private void stopBetweenFiles(Moment now, String reason, List<Effect> effects) {
        if (open.isEmpty()) {
            lastFile.ifPresent(file -> stopped(now, file, reason, effects));
        }
    }

    private void stopped(Moment at, Path file, String reason, List<Effect> effects) {
        if (!recording) {
            return;
        }
        recording = false;
        effects.add(new Effect.Post(new RecordingStopped(at, cameraId, file, reason)));
        if (active()) {
            nextStart = reason.equals(STORAGE) ? STORAGE : connectionWanted ? RECONNECTION : START;
        }
    }

    private void gap(Ended end, OpenedAt next, Moment at, List<Effect> effects) {
        Duration length = Duration.ofNanos(next.nanos() - end.nanos());
        boolean continuous = end.end() == SegmentEnd.ROTATION && end.session() == next.session();
        if (!active() || continuous || length.compareTo(end.frameInterval().multipliedBy(2)) <= 0) {
            return;
        }
        // a clock that was set back in between would give an end before the beginning
        Instant from = end.at().isBefore(next.start()) ? end.at() : next.start().minus(length);
        effects.add(new Effect.Post(new Gap(at, cameraId, from, next.start(), end.cause())));
    }

    private String reason(SegmentEnd end) {
        return switch (end) {
            case ROTATION, STOP -> stopping.orElse(STOP);
            case RECONNECTION -> connectionWanted ? LOSS : STOP;
            case STORAGE -> STORAGE;
        };
    }

    /** A pipeline does not know whether a session was given up or was to end. */
    private SegmentEnd causeOfEnd(SegmentEnd end) {
        return end == SegmentEnd.RECONNECTION && !connectionWanted ? SegmentEnd.STOP : end;
    }

    private static String cause(SegmentEnd end) {
        return switch (end) {
            case ROTATION, RECONNECTION -> LOSS;
            case STOP -> "restart";
            case STORAGE -> STORAGE;
        };
    }

    private static Duration frameInterval(PipelineEvent.SegmentClosed event) {
        Duration length = Duration.between(event.start(), event.end());
        return event.frames() < 2 || length.isNegative() ? Duration.ZERO : length.dividedBy(event.frames() - 1);
    }
}
