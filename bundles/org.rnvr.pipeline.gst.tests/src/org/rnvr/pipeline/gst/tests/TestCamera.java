package org.rnvr.pipeline.gst.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Container;
import org.rnvr.config.Credentials;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.Layout;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentNaming;

/** A pipeline under test and the events that came from it. */
final class TestCamera implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration CLOSE = Duration.ofMillis(2500);
    private static final Duration OVERHEAD = Duration.ofMillis(700);

    private final CameraPipeline pipeline;
    private final String url;
    private final BlockingQueue<PipelineEvent> events = new LinkedBlockingQueue<>();
    private final List<PipelineEvent> seen = new ArrayList<>();
    /** Those of {@link #seen} that nobody waited for yet. */
    private final List<PipelineEvent> left = new ArrayList<>();

    private TestCamera(CameraPipeline pipeline, String url) {
        this.pipeline = pipeline;
        this.url = url;
        pipeline.listen(events::add);
    }

    /** How a camera under test is received. */
    record Options(
            Transport transport,
            Credentials credentials,
            Duration tcpTimeout,
            CameraSettings.VideoTransform turn,
            List<String> decoders,
            String sub) {

        static final Options TCP = new Options(
                Transport.TCP,
                Credentials.NONE,
                Duration.ofSeconds(5),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                List.of("avdec_h264", "omxh264dec", "v4l2h264dec"),
                "");

        Options with(Transport other) {
            return new Options(other, credentials, tcpTimeout, turn, decoders, sub);
        }

        Options with(Credentials other) {
            return new Options(transport, other, tcpTimeout, turn, decoders, sub);
        }

        Options with(CameraSettings.VideoTransform other) {
            return new Options(transport, credentials, tcpTimeout, other, decoders, sub);
        }

        Options with(List<String> otherDecoders) {
            return new Options(transport, credentials, tcpTimeout, turn, otherDecoders, sub);
        }

        Options withSub(String url) {
            return new Options(transport, credentials, tcpTimeout, turn, decoders, url);
        }

        Options with(Duration otherTimeout) {
            return new Options(transport, credentials, otherTimeout, turn, decoders, sub);
        }

        CameraSettings camera(String id, String url) {
            return new CameraSettings(
                    id,
                    id,
                    url,
                    sub,
                    credentials,
                    true,
                    true,
                    true,
                    true,
                    false,
                    new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                    turn,
                    StandbySession.AUTO,
                    WeeklySchedule.ALWAYS,
                    0);
        }

        StreamingSettings streaming() {
            return new StreamingSettings(
                    new Layout(1, 1),
                    StreamingSettings.Osd.DEFAULT,
                    true,
                    decoders,
                    1 << 20,
                    Duration.ofMillis(100),
                    tcpTimeout,
                    DetectionSettings.DEFAULT,
                    transport,
                    true,
                    5,
                    Duration.ofSeconds(5));
        }
    }

    static TestCamera open(PipelineFactory factory, String url, Options options) {
        String id = "camera" + NUMBER.incrementAndGet();
        return new TestCamera(factory.open(options.camera(id, url), options.streaming()), url);
    }

    /** Has the pipeline show pictures as these options say. */
    void show(Options options) {
        pipeline.adjustViews(options.camera(pipeline.cameraId(), url), options.streaming());
    }

    CameraPipeline pipeline() {
        return pipeline;
    }

    /** Opens a session, waits until it is ready and lets it flow. */
    long play() throws InterruptedException {
        long session = ready();
        pipeline.activate(session);
        return session;
    }

    /** Opens a session and waits until it is ready. */
    long ready() throws InterruptedException {
        long session = pipeline.openSession();
        await(PipelineEvent.SessionReady.class, 15, ready -> ready.session() == session);
        return session;
    }

    void record(Path folder, Container container, Duration rotation) {
        record(folder, container, rotation, Duration.ZERO);
    }

    void record(Path folder, Container container, Duration rotation, Duration stagger) {
        pipeline.startRecording(
                new RecordingPlan(numbered(folder, container), container, rotation, stagger, Duration.ofMillis(500)));
    }

    static SegmentNaming numbered(Path folder, Container container) {
        AtomicInteger number = new AtomicInteger();
        return start -> folder.resolve(number.incrementAndGet() + "." + container.extension());
    }

    <E extends PipelineEvent> E await(Class<E> type, int seconds) throws InterruptedException {
        return await(type, seconds, event -> true);
    }

    /** The first such event that was not waited for yet; passes over others of its kind, and leaves those of other kinds. */
    <E extends PipelineEvent> E await(Class<E> type, int seconds, Predicate<E> which) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Optional<E> found = take(type, which);
        while (found.isEmpty()) {
            PipelineEvent event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError("no " + type.getSimpleName() + " within " + seconds + " s, but " + seen);
            }
            see(event);
            found = take(type, which);
        }
        return found.get();
    }

    private void see(PipelineEvent event) {
        seen.add(event);
        left.add(event);
    }

    private <E extends PipelineEvent> Optional<E> take(Class<E> type, Predicate<E> which) {
        for (Iterator<PipelineEvent> each = left.iterator(); each.hasNext(); ) {
            PipelineEvent event = each.next();
            if (type.isInstance(event)) {
                each.remove();
                if (which.test(type.cast(event))) {
                    return Optional.of(type.cast(event));
                }
            }
        }
        return Optional.empty();
    }

    /** All events of a kind up to now; they can be waited for all the same. */
    <E extends PipelineEvent> List<E> all(Class<E> type) {
        List<PipelineEvent> arrived = new ArrayList<>();
        events.drainTo(arrived);
        arrived.forEach(this::see);
        return seen.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static void awaitTrue(String what, int seconds, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + ": not within " + seconds + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Closes the pipeline and complains if that takes longer than promised. */
    @Override
    public void close() throws IOException {
        long begin = System.nanoTime();
        pipeline.close().toCompletableFuture().join();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (took.compareTo(CLOSE.plus(OVERHEAD)) > 0) {
            throw new IOException("closing took " + took);
        }
    }
}
