package org.rnvr.detect.buffering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.WatchedSession;

/**
 * A camera, the path of its TCP stream as a queue of a certain capacity, and the monitor's tick, in simulated time. Frames
 * are filmed by the camera's clock; a frame arrives when the path is done with those before it and with itself.
 */
final class SimulatedStream {

    static final double MILLI = 1e-3;

    private static final double TICK = 0.05;
    private static final double GOP = 2;

    /** Unknown to the detector: what the camera's clock shows at time 0. */
    private static final double CLOCK_AT_START = 1_234.5;

    double fps = 25;
    double bitsPerSecond = 4e6;
    /** Of the path, in bits per second. */
    double capacity = 50e6;
    /** How much a key frame is larger than the others. */
    double keyFrameFactor = 8;

    double jitter = 5 * MILLI;
    /** Of the camera's clock against this machine's; above 0 it runs slow. */
    double driftPpm;

    int frameReordering;
    boolean sends = true;

    private final Random random = new Random(7);
    private final Detector detector;
    private final Deque<Frame> underWay = new ArrayDeque<>();
    private final double startOfTime;
    private double now;
    private double nextFrame;
    private double nextTick = TICK;
    private double pathFreeAt;
    private double lastArrival;
    private double clockStep;
    private long frameNumber;
    private Assessment last = Assessment.HEALTHY;
    private int warnings;
    private OptionalDouble firstWarning = OptionalDouble.empty();
    private OptionalDouble firstFreeze = OptionalDouble.empty();
    private double freezesWhenBehind = Double.MAX_VALUE;
    private double newestFilmed;

    private record Frame(double arrival, double filmed, double presentation, long bytes, boolean key) {}

    SimulatedStream(StreamingSettings settings) {
        this(settings, 0);
    }

    /** Of which the monotonic time begins with some value. */
    SimulatedStream(StreamingSettings settings, double startOfTime) {
        this.startOfTime = startOfTime;
        detector = new BufferingStrategy().watch(new WatchedSession("front", 1, settings, nanos(0)));
    }

    static SimulatedStream ofDefaults() {
        return new SimulatedStream(StreamingSettings.DEFAULT);
    }

    static StreamingSettings settings(Duration latency, int bufferSize) {
        return settings(latency, bufferSize, 20, Duration.ofSeconds(2));
    }

    static StreamingSettings settings(Duration latency, int bufferSize, int percent, Duration after) {
        DetectionSettings detection = DetectionSettings.DEFAULT;
        StreamingSettings defaults = StreamingSettings.DEFAULT;
        return new StreamingSettings(
                defaults.defaultLayout(),
                defaults.osd(),
                defaults.useHardwareAcceleration(),
                defaults.decoderPreference(),
                bufferSize,
                latency,
                defaults.tcpTimeout(),
                new DetectionSettings(
                        detection.strategies(),
                        detection.keepaliveTimeout(),
                        detection.firstFrameTimeout(),
                        detection.frameTimeout(),
                        percent,
                        after,
                        detection.falseSuspicionsPerHour(),
                        detection.notifyAfter()),
                defaults.transport(),
                defaults.autoReconnect(),
                defaults.maxReconnectAttempts(),
                defaults.reconnectDelay());
    }

    /** Lets so many seconds pass. */
    void run(double seconds) {
        double until = now + seconds;
        while (Math.min(nextFrame, nextTick) <= until) {
            if (nextFrame < nextTick) {
                now = nextFrame;
                film();
                nextFrame += 1 / fps;
            } else {
                now = nextTick;
                tick();
                nextTick += TICK;
            }
        }
        now = until;
    }

    /** The camera's clock is set forward, or back, by so many seconds. */
    void setClock(double seconds) {
        clockStep += seconds;
    }

    /** The pipeline reports a level. */
    void report(int percent) {
        show(new Observation.BufferLevel(nanos(now), percent));
    }

    /** The picture is frozen once video is so far behind, in seconds. */
    void freezesWhenBehind(double seconds) {
        freezesWhenBehind = seconds;
    }

    double now() {
        return now;
    }

    Assessment last() {
        return last;
    }

    /** How often a warning began. */
    int warnings() {
        return warnings;
    }

    OptionalDouble firstWarning() {
        return firstWarning;
    }

    OptionalDouble firstFreeze() {
        return firstFreeze;
    }

    private void film() {
        if (!sends) {
            return;
        }
        long gop = Math.max(1, Math.round(fps * GOP));
        boolean key = frameNumber % gop == 0;
        double mean = bitsPerSecond / fps;
        double other = mean * gop / (gop - 1 + keyFrameFactor);
        double bits = key ? other * keyFrameFactor : other;
        pathFreeAt = Math.max(pathFreeAt, now + 2 * MILLI) + bits / capacity;
        lastArrival = Math.max(lastArrival, pathFreeAt + random.nextDouble() * jitter);
        double clock = CLOCK_AT_START + clockStep + now * (1 - driftPpm * 1e-6);
        underWay.add(new Frame(lastArrival, now, clock + reordering() / fps, (long) (bits / 8), key));
        frameNumber++;
    }

    /** In a group of frames the last one shown comes first. */
    private double reordering() {
        if (frameReordering == 0) {
            return 0;
        }
        return frameNumber % (frameReordering + 1) == 0 ? frameReordering : -1;
    }

    private void tick() {
        long frames = 0;
        long keys = 0;
        long bytes = 0;
        Frame newest = null;
        while (!underWay.isEmpty() && underWay.peek().arrival() <= now) {
            newest = underWay.poll();
            frames++;
            keys += newest.key() ? 1 : 0;
            bytes += newest.bytes();
            newestFilmed = newest.filmed();
        }
        if (newest != null) {
            show(new Observation.MediaArrived(
                    nanos(now),
                    Observation.Track.VIDEO,
                    frames,
                    keys,
                    bytes,
                    nanos(newest.arrival()),
                    0,
                    Math.round(newest.presentation() * 1e9)));
        }
        show(new Observation.Tick(nanos(now)));
        if (firstFreeze.isEmpty() && now - newestFilmed > freezesWhenBehind + 1 / fps) {
            firstFreeze = OptionalDouble.of(now);
        }
    }

    void show(Observation observation) {
        Grade before = last.grade();
        last = detector.observe(observation);
        assertTrue(last.grade() == Grade.HEALTHY || last.grade() == Grade.WARNING, "never more than a warning");
        assertTrue(last.level() >= 0 && last.level() <= 1, "level " + last.level());
        assertEquals(last.grade() == Grade.HEALTHY, last.reason().isEmpty());
        assertEquals(Set.of(), last.probes());
        if (last.grade() == Grade.WARNING && before == Grade.HEALTHY) {
            warnings++;
            if (firstWarning.isEmpty()) {
                firstWarning = OptionalDouble.of(now);
            }
        }
    }

    long nanos(double seconds) {
        return Math.round((startOfTime + seconds) * 1e9);
    }
}
