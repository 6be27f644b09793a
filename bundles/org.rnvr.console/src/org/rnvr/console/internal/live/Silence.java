package org.rnvr.console.internal.live;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

/** Time since each camera's last picture arrived, also when the session is gone in which it did. For one thread. */
final class Silence {

    private final LongSupplier nanoTime;
    private final Clock clock;
    private final Map<String, Long> lastPictures = new HashMap<>();

    Silence(LongSupplier nanoTime, Clock clock) {
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    /** Takes in what is known now; to be called for all cameras, looked at or not, a few times a second. */
    void follow(List<Camera> cameras) {
        lastPictures.keySet().retainAll(cameras.stream().map(Camera::id).toList());
        long now = nanoTime.getAsLong();
        for (Camera camera : cameras) {
            ConnectionState state = state(camera);
            switch (state) {
                case STREAMING -> lastPictures.put(camera.id(), now);
                case DISCONNECTED, CONNECTING -> lastPictures.remove(camera.id());
                case SUSPECT, STALLED, LOST, RECONNECTING, OFFLINE ->
                    lastPictures.computeIfAbsent(
                            camera.id(), id -> now - age(camera.connection().orElseThrow()));
            }
        }
    }

    private static ConnectionState state(Camera camera) {
        return camera.connection()
                .filter(status -> camera.enabled())
                .map(CameraStatus::state)
                .orElse(ConnectionState.DISCONNECTED);
    }

    private long age(CameraStatus status) {
        return Math.max(0, Duration.between(status.since(), clock.instant()).toNanos());
    }

    /**
     * Time without a picture.
     *
     * @param time how long; empty when nothing is known of it
     * @param standstill whether frames arrive meanwhile
     */
    record Told(Optional<Duration> time, boolean standstill) {}

    /**
     * Time without a picture.
     *
     * @param camera the camera
     * @param vitals what is known of a session of this number
     * @param pictures when pictures came to the window that is looked at
     */
    Told of(Camera camera, LongFunction<Optional<Vitals>> vitals, Arrivals pictures) {
        Optional<Vitals.Track> video = camera.connection()
                .flatMap(status -> status.session().isPresent()
                        ? vitals.apply(status.session().getAsLong())
                        : Optional.empty())
                .map(Vitals::video)
                .filter(track -> track.frames() > 0);
        Optional<Long> standing = video.flatMap(track -> Standstill.since(track, pictures));
        video.ifPresent(track -> lastPictures.put(camera.id(), standing.orElse(track.lastArrivalNanos())));
        return new Told(
                Optional.ofNullable(lastPictures.get(camera.id()))
                        .map(nanos -> Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - nanos))),
                standing.isPresent());
    }
}
