package org.rnvr.pipeline;

import java.time.Duration;
import java.util.Objects;
import org.rnvr.config.Container;

/**
 * How a camera is recorded.
 *
 * @param naming where files go
 * @param container the file format
 * @param rotation length after which a new file begins at the next key frame
 * @param stagger by how much the first file is shorter, after recording begins or a session is replaced, so that not all
 *     cameras change files at the same time; less than {@code rotation}
 * @param fragment the most that a power cut may cost, beside one group of pictures
 */
public record RecordingPlan(
        SegmentNaming naming, Container container, Duration rotation, Duration stagger, Duration fragment) {
    public RecordingPlan {
        Objects.requireNonNull(naming);
        Objects.requireNonNull(container);
        Objects.requireNonNull(rotation);
        Objects.requireNonNull(stagger);
        Objects.requireNonNull(fragment);
    }
}
