package org.rnvr.console.internal.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.swt.graphics.ImageData;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.StrategyAssessment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one camera at a time, on a thread of its own, and draws what it saw while somebody looks.
 */
final class Sampler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

    /** A pipeline tells 32 arrivals: at this pace none is missed of 100 frames a second. */
    private static final Duration PACE = Duration.ofMillis(250);

    private static final int DRAWN_EVERY = 2;

    private final Cameras cameras;
    private final LongSupplier nanos;
    private final Consumer<Sample> listener;
    private final ScheduledThreadPoolExecutor lane = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "console-health-plot");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String wanted = "";
    private volatile Optional<PlotRequest> look = Optional.empty();

    private String watched = "";
    private Trace trace = new Trace();
    private int turn;
    private boolean failing;
    private boolean undrawable;

    /**
     * Of no camera yet.
     *
     * @param nanos the time as {@link System#nanoTime()}
     * @param listener called on the sampler's thread, twice a second, while somebody looks; must return at once
     */
    Sampler(Cameras cameras, LongSupplier nanos, Consumer<Sample> listener) {
        this.cameras = cameras;
        this.nanos = nanos;
        this.listener = listener;
        lane.scheduleWithFixedDelay(this::look, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks at this camera from now on. Any thread. */
    void watch(String cameraId) {
        wanted = cameraId;
    }

    /** Draws so from now on; not at all when nobody looks. Any thread. */
    void draw(Optional<PlotRequest> request) {
        look = request;
    }

    @Override
    public void close() {
        lane.shutdownNow();
    }

    private void look() {
        try {
            sample();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("The health of camera {} cannot be shown", watched, e);
            }
            failing = true;
        }
    }

    private void sample() {
        String camera = wanted;
        if (!camera.equals(watched)) {
            watched = camera;
            trace = new Trace();
            turn = 0;
        }
        if (camera.isEmpty()) {
            return;
        }
        List<StrategyAssessment> thoughts = cameras.assessments(camera);
        session(camera).ifPresent(session -> cameras.pipeline(camera)
                .flatMap(pipeline -> pipeline.vitals(session))
                .ifPresent(vitals -> trace.arrived(session, vitals.video())));
        long now = nanos.getAsLong();
        trace.thought(thoughts, now);
        trace.forget(now);
        Optional<PlotRequest> request = look;
        if (turn++ % DRAWN_EVERY == 0 && request.isPresent()) {
            listener.accept(new Sample(
                    camera,
                    thoughts,
                    trace.silence(now),
                    trace.median(),
                    trace.longest(now),
                    request.flatMap(how -> draw(now, how))));
        }
    }

    /** Java may lack its part that draws, or fonts; the tables go on without the plot. */
    private Optional<ImageData> draw(long now, PlotRequest how) {
        if (undrawable) {
            return Optional.empty();
        }
        try {
            return Optional.of(Plot.draw(trace, now, how));
        } catch (LinkageError | InternalError e) {
            LOG.error("This Java cannot draw the plot", e);
            undrawable = true;
            return Optional.empty();
        }
    }

    private OptionalLong session(String camera) {
        return cameras.camera(camera)
                .flatMap(Camera::connection)
                .map(CameraStatus::session)
                .orElseGet(OptionalLong::empty);
    }
}
