package org.rnvr.pipeline.gst.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rnvr.config.Container;
import org.rnvr.media.MediaFiles;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.CameraTrial;
import org.rnvr.pipeline.CameraTrial.Still;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.SessionFailure;
import org.rnvr.pipeline.Vitals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One camera tried out: a session, a few seconds of it in a temporary file, and a still of that. Everything that a recording
 * needs of a camera is so tried too.
 */
final class Trial {

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    /** How long it is looked at. Long enough that the burst at the beginning of a session does not count. */
    private static final Duration SETTLING = Duration.ofMillis(1000);

    private static final Duration LOOK = Duration.ofMillis(2000);

    /** How long video may take to come beyond the time for setting the connection up: a group of pictures is not longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final CameraPipeline pipeline;
    private final MediaFiles files;
    private final Executor workers;
    private final Duration limit;
    private final CompletableFuture<CameraTrial> found = new CompletableFuture<>();
    private final AtomicBoolean seen = new AtomicBoolean();
    private volatile Optional<Path> file = Optional.empty();

    Trial(CameraPipeline pipeline, MediaFiles files, Executor workers, Duration setUp) {
        this.pipeline = pipeline;
        this.files = files;
        this.workers = workers;
        this.limit = setUp.plus(PATIENCE);
    }

    /** Begins; what is returned is completed when nothing is left of it. */
    CompletableFuture<CameraTrial> run() {
        pipeline.listen(this::onEvent);
        pipeline.openSession();
        after(
                limit,
                () -> refuse(new SessionFailure(
                        FailureKind.ENDED,
                        "The camera answered, but no picture came within " + limit.toSeconds() + " s.")));
        return found.thenCompose(
                came -> pipeline.close().thenRunAsync(this::clean, workers).thenApply(nothing -> came));
    }

    /** Ends it at once. */
    CompletableFuture<Void> cancel() {
        refuse(new SessionFailure(FailureKind.ENDED, "The trial was cancelled."));
        return pipeline.close().toCompletableFuture();
    }

    private void onEvent(PipelineEvent event) {
        if (event instanceof PipelineEvent.SessionReady ready) {
            look(ready.session(), ready.media());
        } else if (event instanceof PipelineEvent.SessionFailed failed) {
            refuse(failed.failure());
        } else if (event instanceof PipelineEvent.RecordingFailed failed) {
            LOG.warn("No still of the camera can be made: {}", failed.reason());
        }
    }

    private void look(long session, MediaDescription media) {
        if (!seen.compareAndSet(false, true)) {
            return;
        }
        pipeline.startRecording(new RecordingPlan(
                firstFrame -> makeFile(), Container.MKV, Duration.ofHours(1), Duration.ZERO, Duration.ofSeconds(1)));
        pipeline.activate(session);
        after(SETTLING, () -> {
            Optional<Vitals> before = pipeline.vitals(session);
            long beforeNanos = System.nanoTime();
            after(LOOK, () -> {
                double seconds = (System.nanoTime() - beforeNanos) / 1e9;
                Optional<Vitals> now = pipeline.vitals(session);
                pipeline.stopRecording(SegmentEnd.STOP)
                        .thenRunAsync(
                                () -> {
                                    if (before.isPresent() && now.isPresent()) {
                                        found.complete(seen(
                                                media,
                                                before.get().video(),
                                                now.get().video(),
                                                seconds));
                                    }
                                },
                                workers);
            });
        });
    }

    private CameraTrial seen(MediaDescription media, Vitals.Track before, Vitals.Track now, double seconds) {
        return new CameraTrial.Seen(
                media,
                (now.frames() - before.frames()) / seconds,
                (now.bytes() - before.bytes()) * Byte.SIZE / seconds,
                still());
    }

    private Path makeFile() throws IOException {
        Path made = Files.createTempFile("rnvr-trial", ".mkv");
        file = Optional.of(made);
        return made;
    }

    private Still still() {
        if (file.isEmpty()) {
            return Still.NONE;
        }
        try {
            return new Still(files.still(file.get(), Duration.ZERO));
        } catch (IOException e) {
            LOG.warn("No still of the camera can be made", e);
            return Still.NONE;
        }
    }

    private void clean() {
        file.ifPresent(made -> {
            try {
                Files.deleteIfExists(made);
            } catch (IOException e) {
                LOG.warn("{} cannot be deleted", made, e);
            }
        });
    }

    private void refuse(SessionFailure failure) {
        found.complete(new CameraTrial.Refused(failure));
    }

    private void after(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, workers)
                .execute(task);
    }
}
