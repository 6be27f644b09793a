package org.rnvr.console.internal.health;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.swt.graphics.ImageData;
import org.rnvr.monitor.StrategyAssessment;

/**
 * What is known of a camera's connection at one time.
 *
 * @param cameraId which camera
 * @param strategies what each strategy thinks
 * @param silence time since the last frame in milliseconds; empty while none came
 * @param median the middle of the times between frames in milliseconds
 * @param longest the longest of them, or the silence if that is longer
 * @param plot the same drawn
 */
record Sample(
        String cameraId,
        List<StrategyAssessment> strategies,
        OptionalDouble silence,
        OptionalDouble median,
        OptionalDouble longest,
        Optional<ImageData> plot) {
    Sample {
        Objects.requireNonNull(cameraId);
        strategies = List.copyOf(strategies);
        Objects.requireNonNull(silence);
        Objects.requireNonNull(median);
        Objects.requireNonNull(longest);
        Objects.requireNonNull(plot);
    }
}
