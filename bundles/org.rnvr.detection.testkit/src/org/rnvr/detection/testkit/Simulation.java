package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.Objects;
import org.rnvr.config.StreamingSettings;

/**
 * How a strategy is run.
 *
 * @param duration how long in simulated time
 * @param tick interval of the monitor's ticks: up to the 100 ms that the contract of {@link org.rnvr.detection.Detector}
 *     allows
 * @param onceATick whether a tick shows one observation only: what arrived on the video, or, if nothing did, the tick. The
 *     monitor shows the tick in any case; leaving it out saves time in a simulated year and is no different to a detector that
 *     follows the contract
 * @param settings what detectors are told; {@code transport} says how media travel ({@code AUTO} is taken for UDP), and
 *     {@code tcpTimeout} how long a request on the session may take
 * @param sessionTimeout length of an outage after which the camera does not know the session any more (60 s where a camera says
 *     nothing else: RFC 2326 section 12.37)
 * @param probesPerSecond more probes than this in a second are a misbehaviour
 * @param seed where all that is random comes from
 */
public record Simulation(
        Duration duration,
        Duration tick,
        boolean onceATick,
        StreamingSettings settings,
        Duration sessionTimeout,
        int probesPerSecond,
        long seed) {

    /** Longest tick that the contract allows. */
    public static final Duration LONGEST_TICK = Duration.ofMillis(100);

    /** An hour as the monitor does it, with the settings that hold where the configuration says nothing. */
    public static final Simulation HOUR = new Simulation(
            Duration.ofHours(1), Duration.ofMillis(50), false, StreamingSettings.DEFAULT, Duration.ofSeconds(60), 8, 1);

    /** @throws IllegalArgumentException if the duration is negative, or the tick is not above 0 and up to 100 ms */
    public Simulation {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(sessionTimeout);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A simulation of " + duration + "; allowed are durations of 0 or more");
        }
        if (tick.isNegative() || tick.isZero() || tick.compareTo(LONGEST_TICK) > 0) {
            throw new IllegalArgumentException("A tick of " + tick + "; allowed are ticks above 0 and up to 100 ms");
        }
    }

    /** The same for another duration. */
    public Simulation lasting(Duration other) {
        return new Simulation(other, tick, onceATick, settings, sessionTimeout, probesPerSecond, seed);
    }

    /** The same with another tick. */
    public Simulation ticking(Duration other) {
        return new Simulation(duration, other, onceATick, settings, sessionTimeout, probesPerSecond, seed);
    }

    /** The same with one observation a tick, as {@link #onceATick()} says. */
    public Simulation showingOneObservationATick() {
        return new Simulation(duration, tick, true, settings, sessionTimeout, probesPerSecond, seed);
    }

    /** The same with other settings. */
    public Simulation with(StreamingSettings other) {
        return new Simulation(duration, tick, onceATick, other, sessionTimeout, probesPerSecond, seed);
    }

    /** The same from another seed. */
    public Simulation seeded(long other) {
        return new Simulation(duration, tick, onceATick, settings, sessionTimeout, probesPerSecond, other);
    }
}
