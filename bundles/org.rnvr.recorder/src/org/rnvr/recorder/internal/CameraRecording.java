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
import org.rnvr.recording.StorageState;

/**
 * What is known of one camera's recording, and what follows from what happens to it.
 * <p>
 * A state machine without threads, clock and disk: every method takes in one thing that happened and returns what is to be
 * done about it. For one thread.
 */
final class CameraRecording {

    /** Between attempts to write to a folder that refuses. */
    static final Duration RETRY = Duration.ofSeconds(1);

    /** How long recording must go well after a failure that no probe could find, before it counts as overcome. */
    static final Duration PROVEN = Duration.ofSeconds(10);

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
    private Optional<Trouble> trouble = Optional.empty();
    private long token;

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

    private enum Phase {
        /** The folder refuses, or it is not known yet whether it does. */
        REFUSED,
        /** Recording was asked for again and no file has come yet. */
        TRYING,
        /** A file has come and must last. */
        PROVING
    }

    private record Trouble(Path folder, String reason, Optional<Finding> finding, Phase phase, long freeBytes) {

        Trouble in(Phase next) {
            return new Trouble(folder, reason, finding, next, freeBytes);
        }

        /** Whether a probe sees it, and so sees its end too. */
        boolean visible() {
            return finding.map(found -> found.state() != StorageState.ERROR).orElse(false);
        }
    }

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
            leaveTrouble(effects);
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
        if (configured && want && wanted && trouble.isPresent() && trouble.get().phase() == Phase.REFUSED) {
            probe(trouble.get(), effects);
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
        OpenedAt opened = new OpenedAt(event.session(), event.start(), nanosOf(event.start(), event.at()));
        begun.put(event.file(), new Begun(event.media(), opened.nanos()));
        effects.add(new Effect.Opened(event, opened.nanos()));
        ended.ifPresent(end -> gap(end, opened, event.at(), effects));
        ended = Optional.empty();
        open.replaceAll((file, predecessor) -> predecessor.successor().isPresent()
                ? predecessor
                : new OpenFile(predecessor.pipeline(), predecessor.session(), Optional.of(opened)));
        open.put(event.file(), new OpenFile(number, event.session(), Optional.empty()));
        lastFile = Optional.of(event.file());
        trouble.ifPresent(present -> {
            if (present.visible()) {
                overcome(present, effects);
            } else if (present.phase() == Phase.TRYING) {
                trouble = Optional.of(present.in(Phase.PROVING));
                effects.add(new Effect.CallBack(PROVEN, ++token));
            }
        });
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
                session,
                event.cause(),
                cause(event.cause()),
                event.end(),
                nanosOf(event.end(), event.at()),
                frameInterval(event));
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
            if (trouble.isPresent()) {
                trouble = Optional.of(trouble.get().in(Phase.REFUSED));
                effects.add(new Effect.CallBack(RETRY, ++token));
            } else {
                Path folder = plan.orElseThrow().folder();
                trouble = Optional.of(new Trouble(folder, event.reason(), Optional.empty(), Phase.REFUSED, 0));
                probe(trouble.get(), effects);
            }
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
        trouble = Optional.of(
                new Trouble(folder, finding.text(), Optional.of(finding), Phase.REFUSED, finding.freeBytes()));
        if (requested) {
            requested = false;
            effects.add(new Effect.StopRecording(SegmentEnd.STORAGE));
        }
        effects.add(new Effect.Refused(folder, finding));
        effects.add(new Effect.CallBack(RETRY, ++token));
        return settle(now, effects);
    }

    /** The recording volume takes files, perhaps again. */
    List<Effect> volumeAccepted(Moment now, Path folder) {
        if (trouble.filter(present ->
                        present.phase() == Phase.REFUSED && present.folder().equals(folder))
                .isEmpty()) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        probe(trouble.get(), effects);
        return settle(now, effects);
    }

    /** The end of the probe of this token. */
    List<Effect> probed(Moment now, long of, Finding found) {
        if (of != token || trouble.isEmpty()) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        Trouble present = trouble.get();
        if (present.finding().isEmpty()) {
            Finding first = found.state() == StorageState.OK
                    ? new Finding(StorageState.ERROR, present.reason(), found.freeBytes())
                    : found;
            trouble = Optional.of(new Trouble(
                    present.folder(), present.reason(), Optional.of(first), Phase.REFUSED, found.freeBytes()));
            effects.add(new Effect.Refused(present.folder(), first));
            effects.add(new Effect.CallBack(RETRY, ++token));
        } else if (found.state() == StorageState.OK) {
            trouble = Optional.of(new Trouble(
                    present.folder(), present.reason(), present.finding(), Phase.TRYING, found.freeBytes()));
            requested = true;
            effects.add(new Effect.Record(plan.orElseThrow()));
            effects.add(new Effect.CallBack(RETRY, ++token));
        } else {
            effects.add(new Effect.CallBack(RETRY, ++token));
        }
        return settle(now, effects);
    }

    /** The time of this token has come. */
    List<Effect> due(Moment now, long of) {
        if (of != token || trouble.isEmpty()) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        Trouble present = trouble.get();
        switch (present.phase()) {
            case REFUSED -> probe(present, effects);
            case TRYING -> {
                // no file and no failure: the camera sends nothing; a trouble that no probe sees stays until it does
                if (present.visible()) {
                    overcome(present, effects);
                }
            }
            case PROVING -> overcome(present, effects);
        }
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
            leaveTrouble(effects);
        }
        if (!active() || !connectionWanted) {
            ended = Optional.empty();
        }
        if (active() && pipeline != 0 && !requested && trouble.isEmpty()) {
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
        } else if (pipeline != 0
                && writing(pipeline)
                && trouble.filter(present -> present.phase() == Phase.REFUSED).isEmpty()) {
            state = mediaCome ? RecordingState.RECORDING : RecordingState.WAITING;
            file = lastFile;
        } else if (trouble.isPresent()) {
            state = RecordingState.FAILED;
            text = trouble.get()
                    .finding()
                    .map(Finding::text)
                    .orElse(trouble.get().reason());
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

    private void probe(Trouble present, List<Effect> effects) {
        effects.add(new Effect.Probe(present.folder(), ++token));
    }

    private void overcome(Trouble present, List<Effect> effects) {
        trouble = Optional.empty();
        token++;
        effects.add(new Effect.Accepted(present.folder(), present.freeBytes()));
    }

    private void leaveTrouble(List<Effect> effects) {
        trouble.ifPresent(present -> effects.add(new Effect.Left(present.folder())));
        trouble = Optional.empty();
        token++;
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

    /** The monotonic reading at a time shortly before a moment. */
    private static long nanosOf(Instant time, Moment moment) {
        return moment.nanos() - Duration.between(time, moment.time()).toNanos();
    }

    private static Duration frameInterval(PipelineEvent.SegmentClosed event) {
        Duration length = Duration.between(event.start(), event.end());
        return event.frames() < 2 || length.isNegative() ? Duration.ZERO : length.dividedBy(event.frames() - 1);
    }
}
