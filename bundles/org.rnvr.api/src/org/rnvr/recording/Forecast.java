package org.rnvr.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long the recording volume lasts at the present rate.
 *
 * @param at when it was made
 * @param bytesPerSecond what all cameras record together, averaged over what was recorded lately
 * @param keeps how much time fits on the volume before the oldest must go: what there is and what is free; empty when
 *     nothing is being recorded
 * @param fullAt when no more can be recorded without deleting something; empty when nothing is being recorded
 * @param cameras the same camera by camera
 */
public record Forecast(
        Instant at, double bytesPerSecond, Optional<Duration> keeps, Optional<Instant> fullAt, List<Camera> cameras) {

    public Forecast {
        Objects.requireNonNull(at);
        Objects.requireNonNull(keeps);
        Objects.requireNonNull(fullAt);
        cameras = List.copyOf(cameras);
    }

    /**
     * One camera's part.
     *
     * @param cameraId the camera
     * @param bytesPerSecond what it records
     * @param bytes what there is of it
     * @param keeps how much of it there will be at most, at the present rates of all
     */
    public record Camera(String cameraId, double bytesPerSecond, long bytes, Optional<Duration> keeps) {
        public Camera {
            Objects.requireNonNull(cameraId);
            Objects.requireNonNull(keeps);
        }
    }
}
