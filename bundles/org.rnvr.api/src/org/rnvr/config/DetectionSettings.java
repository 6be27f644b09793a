package org.rnvr.config;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the loss of a camera is noticed; keys of section {@code streaming}.
 *
 * @param strategies names of the strategies that act; empty for all that are installed
 * @param keepaliveTimeout interval of the keep-alive request, and how long its reply may take
 * @param firstFrameTimeout how long a session that was set up may take to its first frame
 * @param frameTimeout silence of a track after which it is dead
 * @param bufferWarningPercent fill level of the buffer below which the network is bad
 * @param bufferWarningAfter how long the level must be below that
 * @param falseSuspicionsPerHour how often a camera that is all right may be suspected
 * @param notifyAfter how long a camera must have sent nothing before the operator is alarmed
 */
public record DetectionSettings(
        Optional<Set<String>> strategies,
        Duration keepaliveTimeout,
        Duration firstFrameTimeout,
        Duration frameTimeout,
        int bufferWarningPercent,
        Duration bufferWarningAfter,
        double falseSuspicionsPerHour,
        Duration notifyAfter) {

    /** What holds where the configuration says nothing. */
    public static final DetectionSettings DEFAULT = new DetectionSettings(
            Optional.empty(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            20,
            Duration.ofSeconds(2),
            1,
            Duration.ofSeconds(5));

    public DetectionSettings {
        strategies = strategies.map(Set::copyOf);
        Objects.requireNonNull(keepaliveTimeout);
        Objects.requireNonNull(firstFrameTimeout);
        Objects.requireNonNull(frameTimeout);
        Objects.requireNonNull(bufferWarningAfter);
        Objects.requireNonNull(notifyAfter);
    }

    /** Whether the strategy of this name acts. */
    public boolean uses(String strategy) {
        return strategies.map(names -> names.contains(strategy)).orElse(true);
    }

    /** The same with other strategies. */
    public DetectionSettings with(Optional<Set<String>> otherStrategies) {
        return new DetectionSettings(
                otherStrategies,
                keepaliveTimeout,
                firstFrameTimeout,
                frameTimeout,
                bufferWarningPercent,
                bufferWarningAfter,
                falseSuspicionsPerHour,
                notifyAfter);
    }

    /** The same with another keep-alive. */
    public DetectionSettings withKeepalive(Duration otherTimeout) {
        return new DetectionSettings(
                strategies,
                otherTimeout,
                firstFrameTimeout,
                frameTimeout,
                bufferWarningPercent,
                bufferWarningAfter,
                falseSuspicionsPerHour,
                notifyAfter);
    }
}
