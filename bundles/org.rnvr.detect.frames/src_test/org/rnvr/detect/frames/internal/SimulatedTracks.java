package org.rnvr.detect.frames.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.Track;
import org.rnvr.detection.WatchedSession;

/** Two tracks of a session, each there or not, and the monitor's tick, in simulated milliseconds. */
final class SimulatedTracks {

    static final long TICK = 50;

    private static final long FRAME = 40;
    private static final long PACKET = 64;

    private final Feed video = new Feed(Track.VIDEO, FRAME);
    private final Feed audio = new Feed(Track.AUDIO, PACKET);
    private final Detector detector;
    private final long phase;
    private long now;
    private Assessment last = Assessment.HEALTHY;

    /** Watched from time 0 on, with the first tick at the phase. */
    SimulatedTracks(Duration firstFrameTimeout, Duration frameTimeout, long phase) {
        DetectionSettings defaults = DetectionSettings.DEFAULT;
        DetectionSettings detection = new DetectionSettings(
                defaults.strategies(),
                defaults.keepaliveTimeout(),
                firstFrameTimeout,
                frameTimeout,
                defaults.bufferWarningPercent(),
                defaults.bufferWarningAfter(),
                defaults.falseSuspicionsPerHour(),
                defaults.notifyAfter());
        StreamingSettings settings = StreamingSettings.DEFAULT.with(detection);
        detector = new FramesStrategy().watch(new WatchedSession("front", 1, settings, 0));
        this.phase = phase;
    }

    static SimulatedTracks ofDefaults() {
        return new SimulatedTracks(
                DetectionSettings.DEFAULT.firstFrameTimeout(), DetectionSettings.DEFAULT.frameTimeout(), 0);
    }

    /** Lets time pass up to then, with both tracks, one or none. */
    void run(boolean withVideo, boolean withAudio, long until) {
        runUntil(null, withVideo, withAudio, until);
    }

    /** As {@link #run}, but ends at once with the first assessment of this grade and says when that was. */
    Optional<Long> runUntil(Grade grade, boolean withVideo, boolean withAudio, long until) {
        while (now < until) {
            now++;
            video.pass(withVideo);
            audio.pass(withAudio);
            if (now % TICK == phase) {
                tick();
                if (last.grade() == grade) {
                    return Optional.of(now);
                }
            }
        }
        return Optional.empty();
    }

    Assessment last() {
        return last;
    }

    long now() {
        return now;
    }

    long lastVideo() {
        return video.lastArrival;
    }

    /** An observation that is not of media. */
    void show(Observation observation) {
        last = detector.observe(observation);
    }

    static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private void tick() {
        video.show();
        audio.show();
        show(new Observation.Tick(nanos(now)));
        assertEquals(Set.of(), last.probes(), "never asks the camera for anything");
    }

    private final class Feed {
        private final Track track;
        private final long interval;
        private long frames;
        private long lastArrival;

        private Feed(Track track, long interval) {
            this.track = track;
            this.interval = interval;
        }

        private void pass(boolean sends) {
            if (sends && now % interval == 0) {
                frames++;
                lastArrival = now;
            }
        }

        private void show() {
            if (frames > 0) {
                SimulatedTracks.this.show(new Observation.MediaArrived(
                        nanos(now), track, frames, 0, frames * 1000, nanos(lastArrival), 0, nanos(lastArrival)));
                frames = 0;
            }
        }
    }
}
