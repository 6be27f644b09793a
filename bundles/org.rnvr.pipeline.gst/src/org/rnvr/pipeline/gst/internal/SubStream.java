package org.rnvr.pipeline.gst.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.rnvr.event.Moment;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.SegmentEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second, smaller stream of a camera: a session that is open while a picture wants it. Nobody outside hears of it: it is
 * not what the camera is judged by, nor what is recorded. On the lane.
 */
final class SubStream implements Session.Listener {

    /** Hears of it on the lane. */
    interface Listener {
        /** Its first key frame is there, and goes to what is connected before this returns. */
        void flows(Session sub);

        /** It is about to be closed; the stage is completed when nothing is connected to it any more. */
        CompletableFuture<Void> ends(Session sub);
    }

    private static final Logger LOG = LoggerFactory.getLogger(SubStream.class);

    /** Open so long after the last picture wanted it: windows come back. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    /** Between a failure and the next attempt, and the time it has to work before another failure is worth a word. */
    private static final Duration PACE = Duration.ofSeconds(30);

    private static final Duration LONGEST_START = Duration.ofSeconds(15);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String cameraId;
    private final Graph graph;
    private final Lane lane;
    private final Executor workers;
    private final AtomicLong sessionNumbers;
    private final Listener listener;

    private Optional<SourceSettings> settings = Optional.empty();
    private boolean wanted;
    private boolean warned;
    private Session session;
    private boolean flowing;
    private long sinceNanos;
    private long heard;
    private long heardNanos;
    private Future<?> look;
    private Future<?> linger;
    private Future<?> retry;
    private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);

    SubStream(String cameraId, Graph graph, Lane lane, Executor workers, AtomicLong sessionNumbers, Listener listener) {
        this.cameraId = cameraId;
        this.graph = graph;
        this.lane = lane;
        this.workers = workers;
        this.sessionNumbers = sessionNumbers;
        this.listener = listener;
    }

    /** Where it is from now on; empty: there is none. */
    void use(Optional<SourceSettings> other) {
        if (settings.equals(other)) {
            return;
        }
        settings = other;
        warned = false;
        retry = cancelled(retry);
        end();
        openIfWanted();
    }

    /** Says whether any picture wants it. */
    void want(boolean now) {
        wanted = now;
        if (wanted) {
            linger = cancelled(linger);
            openIfWanted();
        } else if (session != null && linger == null) {
            linger = lane.schedule(LINGER, this::end);
        }
    }

    /** What small pictures are to be of; empty while it gives none. */
    Optional<Session> flowing() {
        return flowing ? Optional.of(session) : Optional.empty();
    }

    /**
     * A session of this pipeline reported something.
     *
     * @return whether it is this one
     */
    boolean onMessage(PartMessage message) {
        if (session == null || !session.part().equals(message.part())) {
            return false;
        }
        if (message.kind() == PartMessage.Kind.ERROR) {
            LOG.debug("Camera {}: second stream: {} {}", cameraId, message.text(), message.debug());
            fail(session.source()
                    .missingElement()
                    .or(() -> FailureMapping.failure(
                                    message, flowing, session.source().refusedVideo())
                            .map(failure -> failure.text()))
                    .orElse(message.text()));
        } else if (message.domain().equals("GstRTSPSrcTimeout")) {
            fail("The camera sends nothing any more.");
        }
        return true;
    }

    /** It cannot be shown at present: it is closed, and tried again later. */
    void fail(String reason) {
        if (warned) {
            LOG.debug("Camera {}: its second stream failed again: {}", cameraId, reason);
        } else {
            warned = true;
            LOG.warn(
                    "Camera {}: its second stream cannot be shown, small pictures are of the first one; tried again every"
                            + " {} s: {}",
                    cameraId,
                    PACE.toSeconds(),
                    reason);
        }
        retry = lane.schedule(PACE, () -> {
            retry = null;
            openIfWanted();
        });
        end();
    }

    /** Closes it for good; completed when all is released. */
    CompletableFuture<Void> close() {
        wanted = false;
        retry = cancelled(retry);
        end();
        return closed;
    }

    private void openIfWanted() {
        if (!wanted || session != null || retry != null || settings.isEmpty()) {
            return;
        }
        try {
            session = new Session(
                    sessionNumbers.incrementAndGet(),
                    graph,
                    lane,
                    workers,
                    settings.orElseThrow(),
                    this,
                    new Memory(new BufferReferences()),
                    new Unrecorded());
        } catch (MissingElementException e) {
            fail(e.getMessage());
            return;
        }
        sinceNanos = System.nanoTime();
        heard = 0;
        look = lane.schedule(LOOK, this::look);
        session.begin();
    }

    private void look() {
        long now = System.nanoTime();
        long frames = session.vitals().video().frames();
        if (frames != heard) {
            heard = frames;
            heardNanos = now;
        }
        if (!flowing && now - sinceNanos > LONGEST_START.toNanos()) {
            fail("It does not begin.");
        } else if (flowing && now - heardNanos > LONGEST_SILENCE.toNanos()) {
            fail("The camera sends nothing any more.");
        } else {
            if (warned && flowing && now - sinceNanos > PACE.toNanos()) {
                warned = false;
                LOG.info("Camera {}: its second stream is shown again", cameraId);
            }
            look = lane.schedule(LOOK, this::look);
        }
    }

    private void end() {
        Session ending = session;
        session = null;
        flowing = false;
        look = cancelled(look);
        linger = cancelled(linger);
        if (ending != null) {
            ending.detaching(listener.ends(ending));
            closed = CompletableFuture.allOf(closed, ending.close());
        }
    }

    private static Future<?> cancelled(Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
        return null;
    }

    @Override
    public void ready(Session ready, Moment firstFrame, MediaDescription media) {
        if (ready == session) {
            LOG.debug("Camera {}: its second stream is {} × {}", cameraId, media.width(), media.height());
            flowing = true;
            sinceNanos = System.nanoTime();
            heardNanos = sinceNanos;
            listener.flows(ready);
            ready.open();
        }
    }

    @Override
    public void withoutVideo(Session silent) {
        if (silent == session) {
            fail(FailureMapping.withoutVideo(silent.source().refusedVideo()).text());
        }
    }

    @Override
    public void ended(Session ended) {
        if (ended == session) {
            fail("The camera ended the session.");
        }
    }

    @Override
    public void mediaChanged(Session changed) {
        changed.open();
    }

    /** No file is ever connected to it. */
    private static final class Unrecorded implements RecordingTap.Listener {

        @Override
        public void began(SegmentWriter segment, SegmentWriter before) {
            throw new IllegalStateException("a second stream is recorded");
        }

        @Override
        public void audioLeft(SegmentWriter segment) {
            throw new IllegalStateException("a second stream is recorded");
        }

        @Override
        public void left(SegmentWriter segment, SegmentEnd cause) {
            throw new IllegalStateException("a second stream is recorded");
        }

        @Override
        public void audioStalled(SegmentWriter segment) {
            throw new IllegalStateException("a second stream is recorded");
        }
    }
}
