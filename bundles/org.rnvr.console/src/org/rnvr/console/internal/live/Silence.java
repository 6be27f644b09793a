package org.rnvr.console.internal.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.Vitals;

/** Time since a camera's last picture arrived. */
final class Silence {

    private final LongSupplier nanoTime;

    Silence(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Empty when nothing is known of it. */
    Optional<Duration> of(Camera camera, CameraPipeline pipeline) {
        return camera.connection()
                .flatMap(status -> status.session().isPresent()
                        ? pipeline.vitals(status.session().getAsLong())
                        : Optional.empty())
                .map(Vitals::video)
                .filter(track -> track.frames() > 0)
                .map(track -> Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - track.lastArrivalNanos())));
    }
}
