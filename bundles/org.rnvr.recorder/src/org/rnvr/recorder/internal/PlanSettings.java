package org.rnvr.recorder.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.rnvr.config.Configuration;
import org.rnvr.config.Container;

/** The settings that decide how and where cameras are recorded. */
record PlanSettings(Path folder, Container container, Duration rotation, Duration fragment) {

    static PlanSettings of(Configuration configuration) {
        return new PlanSettings(
                configuration.storage().recordingPath(),
                configuration.recording().container(),
                configuration.recording().rotation(),
                configuration.recording().fragment());
    }
}
