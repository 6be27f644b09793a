package org.rnvr.pipeline.gst.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rnvr.event.Moment;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is recorded of a camera: which file follows which, and when. All on the camera's lane, except where said. */
final class Recording implements RecordingTap.Listener, SegmentWriter.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    /** A file that is left at the next frame is left without one after this time. */
    private static final Duration NO_FRAME = Duration.ofMillis(100);
    /** Audio of a file may go on so long after its video. */
    private static final Duration AUDIO_TAIL = Duration.ofMillis(500);
    /** So long the first file of a session waits to see whether the audio that was announced comes. */
    private static final Duration AUDIO_HEAD = Duration.ofMillis(500);

    private static final Duration AUDIO_LOOK = Duration.ofMillis(50);
    /** A file that is not finished by then never will be: so slow no disk is. */
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    /** The next file is prepared so long before it is due. */
    private static final Duration PREPARATION = Duration.ofSeconds(1);
    /** A key frame that comes so little early begins the next file all the same. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private final Lane lane;
    private final SegmentWriter.Resources resources;
    private final Memory memory;
    private final Consumer<Function<Moment, PipelineEvent>> events;
    private final Map<String, SegmentWriter> writers = new HashMap<>();
    /** Files that are made of what was kept alone. */
    private final Map<SegmentWriter, Kept> past = new HashMap<>();

    private RecordingPlan plan;
    private Session session;
    private SegmentWriter current;
    private Future<?> rotation;
    /** Of the file that begins next. */
    private Duration length;

    private long lastNumber;

    Recording(
            Graph graph,
            Lane lane,
            Executor disk,
            DiskSync sync,
            Memory memory,
            Consumer<Function<Moment, PipelineEvent>> events) {
        this.lane = lane;
        this.resources = new SegmentWriter.Resources(graph, lane, disk, sync);
        this.memory = memory;
        this.events = events;
    }

    /** Records by this plan, from what is kept on. */
    void start(RecordingPlan newPlan) {
        plan = newPlan;
        writePast();
        if (plan != null && session != null) {
            armFirst();
        }
    }

    /** Begins a new file at the next key frame. */
    void split() {
        if (plan != null && current != null) {
            arm(0);
        }
    }

    /** Brings what came up to now onto the disk. */
    void flush() {
        if (current != null) {
            current.flush();
        }
    }

    /** Records from this session from its next key frame on. */
    void enter(Session next) {
        session = next;
        next.tap().keep();
        if (plan != null) {
            armFirst();
        }
    }

    /** The next frame needs a new file; the one before was left already. */
    void renew() {
        writePast();
        if (plan != null) {
            arm(0);
        }
    }

    /** Records no further from the session; the stage is completed when its file is left and will be finished. */
    CompletableFuture<Void> leave(SegmentEnd cause) {
        if (session == null) {
            return CompletableFuture.completedFuture(null);
        }
        RecordingTap tap = session.tap();
        session = null;
        tap.keepNoMore();
        CompletableFuture<Void> left = detach(tap, cause);
        writePast();
        return left;
    }

    /** Records no further; completed when the file is finished. */
    CompletableFuture<Void> stop(SegmentEnd cause) {
        plan = null;
        if (session != null) {
            detach(session.tap(), cause);
        }
        return finished();
    }

    /** Completed when all files that were begun are finished. */
    CompletableFuture<Void> finished() {
        return CompletableFuture.allOf(
                writers.values().stream().map(SegmentWriter::done).toArray(CompletableFuture[]::new));
    }

    /** The pipeline is about to go away, whatever is still unfinished. */
    void giveUp() {
        writers.values().forEach(SegmentWriter::giveUp);
    }

    /** Something that writes a file failed. */
    void onError(PartMessage message) {
        SegmentWriter segment = writers.get(message.part());
        if (segment != null) {
            LOG.debug("{} failed: {} {}", message.element(), message.text(), message.debug());
            failed(segment, DiskFailure.reason(message));
        }
    }

    /** Makes files of what was kept of sessions, or formats, that are over. */
    private void writePast() {
        for (Kept kept : memory.waiting()) {
            if (plan != null) {
                writePast(kept);
            }
        }
    }

    private void writePast(Kept kept) {
        Memory.Contents video = memory.video(kept);
        Memory.Contents audio = memory.audio(kept);
        boolean withAudio = !audio.buffers().isEmpty();
        Kept.Origin origin = kept.origin();
        prepare(origin.session(), origin.format(), origin::media, origin.clock(), () -> withAudio)
                .ifPresentOrElse(
                        segment -> {
                            memory.setTaken(kept, true);
                            past.put(segment, kept);
                            segment.fill(video, audio);
                            segment.start();
                            segment.endAudio();
                            end(segment, SegmentEnd.RECONNECTION);
                        },
                        () -> {
                            Feed.drop(video);
                            Feed.drop(audio);
                        });
    }

    private void armFirst() {
        arm(0);
        if (plan != null && plan.stagger().compareTo(plan.rotation()) < 0) {
            length = plan.rotation().minus(plan.stagger());
        }
    }

    private void arm(long earliest) {
        length = plan.rotation();
        cancelRotation();
        prepare(
                        session.number(),
                        session.format(),
                        session.source()::describe,
                        session.source().clock(),
                        session::hasAudioArrived)
                .map(next -> session.tap().arm(next, earliest))
                .ifPresent(unused -> unused.abandon(SegmentEnd.ROTATION));
    }

    private Optional<SegmentWriter> prepare(
            long number,
            MediaFormat format,
            Supplier<MediaDescription> describe,
            CameraClock clock,
            BooleanSupplier audioArrived) {
        try {
            SegmentWriter next = new SegmentWriter(
                    resources, ++lastNumber, number, plan, format, describe, clock, audioArrived, this);
            writers.put(next.part(), next);
            return Optional.of(next);
        } catch (MissingElementException | IllegalStateException e) {
            LOG.debug("No file can be prepared", e);
            fail("No recording file can be prepared: " + e.getMessage());
            return Optional.empty();
        }
    }

    private CompletableFuture<Void> detach(RecordingTap tap, SegmentEnd cause) {
        cancelRotation();
        current = null;
        SegmentWriter unused = tap.disarm();
        if (unused != null) {
            unused.abandon(cause);
        }
        CompletableFuture<Void> left = new CompletableFuture<>();
        tap.leave(cause);
        lane.schedule(NO_FRAME, () -> {
            tap.leaveNow();
            lane.execute(() -> left.complete(null));
        });
        return left;
    }

    private void cancelRotation() {
        if (rotation != null) {
            rotation.cancel(false);
            rotation = null;
        }
    }

    @Override
    public void began(SegmentWriter segment, SegmentWriter before) {
        lane.execute(() -> {
            if (before != null) {
                end(before, SegmentEnd.ROTATION);
            }
            begun(segment);
        });
    }

    private void begun(SegmentWriter segment) {
        startWithAudio(segment, System.nanoTime() + AUDIO_HEAD.toNanos());
        if (session == null || session.number() != segment.session() || plan == null) {
            return;
        }
        current = segment;
        Duration due = length.minus(shorter(PREPARATION, length.dividedBy(2))).minus(segment.age());
        long earliest = segment.startRunningTime()
                + length.minus(shorter(TOLERANCE, length.dividedBy(8))).toNanos();
        rotation = lane.schedule(due, () -> arm(earliest));
    }

    private void startWithAudio(SegmentWriter segment, long latestNanos) {
        if (segment.awaitsAudio() && System.nanoTime() < latestNanos) {
            lane.schedule(AUDIO_LOOK, () -> startWithAudio(segment, latestNanos));
        } else {
            segment.start();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void audioLeft(SegmentWriter segment) {
        lane.execute(segment::endAudio);
    }

    @Override
    public void left(SegmentWriter segment, SegmentEnd cause) {
        lane.execute(() -> {
            segment.endAudio();
            end(segment, cause);
        });
    }

    @Override
    public void audioStalled(SegmentWriter segment) {
        lane.execute(segment::endAudio);
    }

    private void end(SegmentWriter segment, SegmentEnd cause) {
        segment.endVideo(cause);
        if (segment.awaitsAudioEnd()) {
            Session from = session;
            lane.schedule(AUDIO_TAIL, () -> {
                if (from != null) {
                    from.tap().leaveAudio(segment);
                }
                segment.endAudio();
            });
        }
        Future<?> end = lane.schedule(LONGEST_END, () -> failed(segment, "The disk did not take the end of the file."));
        segment.done().thenRun(() -> end.cancel(false));
    }

    @Override
    public void opened(SegmentWriter segment) {
        events.accept(at -> new PipelineEvent.SegmentOpened(
                at, segment.session(), segment.file(), segment.startTime(), segment.startNanos(), segment.media()));
    }

    @Override
    public void failed(SegmentWriter segment, String reason) {
        if (segment.isFinishing()) {
            LOG.debug("{}: {}", segment.part(), reason);
            return;
        }
        if (segment != current) {
            LOG.warn("A recording file could not be finished. {}", reason);
            if (session != null) {
                session.tap().leaveAudio(segment);
            }
            segment.abandon(SegmentEnd.STORAGE);
            Kept kept = past.remove(segment);
            if (kept != null) {
                memory.setTaken(kept, false);
                failPast(reason);
            }
            return;
        }
        RecordingTap tap = session.tap();
        detach(tap, SegmentEnd.STORAGE);
        tap.leaveNow();
        segment.abandon(SegmentEnd.STORAGE);
        fail(reason);
    }

    private void failPast(String reason) {
        if (plan != null) {
            if (session != null) {
                detach(session.tap(), SegmentEnd.STORAGE);
            }
            fail(reason);
        }
    }

    private void fail(String reason) {
        plan = null;
        events.accept(at -> new PipelineEvent.RecordingFailed(at, reason));
    }

    @Override
    public void finished(SegmentWriter segment) {
        writers.remove(segment.part());
        Kept kept = past.remove(segment);
        if (kept != null) {
            if (segment.cause() == SegmentEnd.STORAGE) {
                memory.setTaken(kept, false);
            } else {
                memory.forget(kept);
            }
        }
        if (segment.hasFile()) {
            events.accept(at -> new PipelineEvent.SegmentClosed(
                    at,
                    segment.file(),
                    segment.startTime(),
                    segment.endTime(),
                    segment.endNanos(),
                    segment.bytes(),
                    segment.frames(),
                    segment.cameraStart(),
                    segment.cause()));
        }
    }
}
